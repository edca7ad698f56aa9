import { CloseOutlined, DownOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { InboxRowDto } from '../api/contract';
import { actTogether } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { type BatchAct, BatchDialog } from './BatchDialog';
import { BatchResult } from './BatchResult';
import styles from './Inbox.module.css';

interface Props {
  rows: InboxRowDto[];
  clear: () => void;
}

/** What can be done with the rows that are selected; says first what it means. */
export function SelectionBar({ rows, clear }: Props) {
  const { t } = useTexts('inbox');
  const { message } = App.useApp();
  const client = useQueryClient();
  // What was chosen may leave the list by the act itself: its rows are remembered until the answer was read.
  const [batch, setBatch] = useState<{ act: BatchAct; rows: InboxRowDto[] } | null>(null);
  const [claimed, setClaimed] = useState<InboxRowDto[]>([]);
  const free = rows.filter((row) => row.claimedBy === null);
  const claim = useMutation({
    mutationFn: () => actTogether(free, 'claim', crypto.randomUUID(), {}),
    // A task that was read ahead, or is being read, is another one once it is claimed: what was read of it is dropped.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['inbox'] }),
        ...free.map(({ taskId }) => client.resetQueries({ queryKey: ['tasks', taskId] })),
      ]),
    onSuccess: ({ done, refused }) => {
      if (refused.length === 0) {
        void message.success(t('batch.done', { count: done }));
      }
    },
  });
  const single = rows.filter((row) => !row.batchable).map((row) => row.number);
  if (rows.length === 0 && batch === null && claim.data === undefined) {
    return null;
  }
  const why = single.length > 0 ? t('batch.none', { numbers: single.join(', ') }) : undefined;
  return (
    <div className={styles.selection} role="region" aria-label={t('selected', { count: rows.length })}>
      <strong>{t('selected', { count: rows.length })}</strong>
      <span>{t(free.length === 0 ? 'allClaimed' : 'unclaimed', { count: free.length })}</span>
      <Button
        disabled={free.length === 0}
        loading={claim.isPending}
        onClick={() => {
          setClaimed(rows);
          claim.mutate();
        }}
      >
        {t('claimMany', { count: free.length })}
      </Button>
      {(['approve', 'reject', 'transfer'] as const).map((act) => (
        <Button key={act} disabled={single.length > 0} title={why} onClick={() => setBatch({ act, rows })}>
          {t(`batch.${act}`)}
        </Button>
      ))}
      <Dropdown
        trigger={['click']}
        menu={{
          items: (['copy', 'urge'] as const).map((act) => ({ key: act, label: t(`batch.${act}`) })),
          onClick: ({ key }) => setBatch({ act: key as BatchAct, rows }),
        }}
      >
        <Button icon={<DownOutlined aria-hidden="true" />} iconPlacement="end">
          {t('batch.more')}
        </Button>
      </Dropdown>
      {claim.error && <ProblemAlert error={claim.error} />}
      {claim.data && claim.data.refused.length > 0 && (
        <BatchResult
          title={t('claimMany', { count: claim.data.done + claim.data.refused.length })}
          rows={claimed}
          found={claim.data}
          close={() => claim.reset()}
        />
      )}
      {batch && (
        <BatchDialog
          {...batch}
          close={(done) => {
            setBatch(null);
            if (done) {
              clear();
            }
          }}
        />
      )}
      <Button type="text" icon={<CloseOutlined />} aria-label={t('clearSelection')} onClick={clear} />
    </div>
  );
}
