import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { InboxRowDto } from '../api/contract';
import { decideTogether } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './Inbox.module.css';

interface Props {
  act: 'approve' | 'reject';
  rows: InboxRowDto[];
  close: (clear: boolean) => void;
}

/** One act on several tasks: confirmed with an opinion, and what could not be done is named case by case. */
export function BatchDialog({ act, rows, close }: Props) {
  const { t } = useTexts('inbox');
  const client = useQueryClient();
  const field = useId();
  const [opinion, setOpinion] = useState('');
  const [tried, setTried] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const send = useMutation({
    mutationFn: () =>
      decideTogether({
        tasks: rows.map(({ taskId, etag }) => ({ id: taskId, etag })),
        act,
        opinion: opinion.trim() === '' ? null : opinion.trim(),
        idempotencyKey: key,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
  const missing = act === 'reject' && opinion.trim() === '';
  const confirm = () => {
    setTried(true);
    if (!missing) {
      send.mutate();
    }
  };
  const label = t(`batch.${act}`);
  if (send.data) {
    const { done, refused } = send.data;
    return (
      <Modal
        open
        title={label}
        okText={t('batch.close')}
        cancelButtonProps={{ hidden: true }}
        onOk={() => close(true)}
        onCancel={() => close(true)}
      >
        <p role="status">{t('batch.done', { count: done })}</p>
        {refused.length > 0 && (
          <>
            <p>{t('batch.refused', { count: refused.length })}</p>
            <ul className={styles.refused}>
              {refused.map((one) => (
                <li key={one.taskId}>
                  {rows.find((row) => row.taskId === one.taskId)?.number}: {one.why}
                </li>
              ))}
            </ul>
          </>
        )}
      </Modal>
    );
  }
  return (
    <Modal
      open
      title={t('batch.title', { count: rows.length, act: label })}
      okText={label}
      cancelText={t('common:cancel')}
      okButtonProps={{ danger: act === 'reject' }}
      confirmLoading={send.isPending}
      onOk={confirm}
      onCancel={() => close(false)}
    >
      {send.error && <ProblemAlert error={send.error} />}
      <p>{t('batch.text')}</p>
      <label htmlFor={field}>{t('batch.opinion')}</label>
      {tried && missing && <p className={styles.wrong}>{t('batch.needsOpinion')}</p>}
      <Input.TextArea
        id={field}
        rows={3}
        maxLength={500}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
    </Modal>
  );
}
