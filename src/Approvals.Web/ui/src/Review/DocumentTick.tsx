import { CheckOutlined, CloseOutlined, UndoOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import type { DocumentDto } from '../api/contract';
import { tickDocument } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { Tag } from '../Layout/Tag';
import styles from './Review.module.css';

const presets = ['unclear', 'incomplete', 'unsealed', 'expired', 'different', 'otherKind'] as const;

/** Whether a document will do: one click, or a reason that is chosen from the usual ones or written. */
export function DocumentTick({ task, document }: { task: string; document: DocumentDto }) {
  const { t } = useTexts('review');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const tick = useMutation({
    mutationFn: ({ ok, why }: { ok: boolean | null; why?: string }) => tickDocument(task, document.id, ok, why ?? null),
    onSuccess: async () => {
      setAsking(false);
      setReason('');
      await client.invalidateQueries({ queryKey: ['tasks', task], exact: true });
    },
  });
  const { verdict } = document;
  return (
    <div className={styles.tick} role="group" aria-label={t('tick.title')}>
      {verdict === null ? (
        <>
          <Button
            size="small"
            data-key="y"
            icon={<CheckOutlined aria-hidden="true" />}
            loading={tick.isPending && !asking}
            onClick={() => tick.mutate({ ok: true })}
          >
            {t('tick.ok')} <kbd>y</kbd>
          </Button>
          <Popover
            open={asking}
            onOpenChange={setAsking}
            trigger="click"
            placement="topLeft"
            title={t('tick.why')}
            content={
              <div className={styles.reasons}>
                {presets.map((preset) => (
                  <Button key={preset} onClick={() => tick.mutate({ ok: false, why: t(`tick.reason.${preset}`) })}>
                    {t(`tick.reason.${preset}`)}
                  </Button>
                ))}
                <Input
                  maxLength={200}
                  value={reason}
                  placeholder={t('tick.other')}
                  aria-label={t('tick.other')}
                  onChange={(event) => setReason(event.target.value)}
                  onPressEnter={() => reason.trim() !== '' && tick.mutate({ ok: false, why: reason.trim() })}
                />
              </div>
            }
          >
            <Button size="small" danger data-key="n" icon={<CloseOutlined aria-hidden="true" />}>
              {t('tick.bad')} <kbd>n</kbd>
            </Button>
          </Popover>
        </>
      ) : (
        <>
          <Tag tone={verdict.ok ? 'ok' : 'error'}>{t(verdict.ok ? 'tick.ok' : 'tick.bad')}</Tag>
          {verdict.reason && <span>{verdict.reason}</span>}
          <Button
            size="small"
            type="text"
            icon={<UndoOutlined aria-hidden="true" />}
            onClick={() => tick.mutate({ ok: null })}
          >
            {t('tick.undo')}
          </Button>
        </>
      )}
      {tick.error && <ProblemAlert error={tick.error} />}
    </div>
  );
}
