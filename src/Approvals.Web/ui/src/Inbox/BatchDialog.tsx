import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { InboxRowDto } from '../api/contract';
import { actTogether } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { ColleaguePicker } from '../Review/ColleaguePicker';
import { BatchResult } from './BatchResult';
import styles from './Inbox.module.css';

export type BatchAct = 'approve' | 'reject' | 'transfer' | 'copy' | 'urge';

interface Props {
  act: BatchAct;
  rows: InboxRowDto[];
  close: (clear: boolean) => void;
}

/** One act on several tasks: confirmed with what it needs, and what could not be done is named case by case. */
export function BatchDialog({ act, rows, close }: Props) {
  const { t } = useTexts('inbox');
  const client = useQueryClient();
  const field = useId();
  const [opinion, setOpinion] = useState('');
  const [people, setPeople] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const send = useMutation({
    mutationFn: () =>
      actTogether(rows, act, key, {
        opinion: opinion.trim() === '' ? null : opinion.trim(),
        to: act === 'transfer' ? (people[0] ?? null) : null,
        people: act === 'copy' ? people : null,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
  const toWhom = act === 'transfer' || act === 'copy';
  const missing = act === 'reject' && opinion.trim() === '';
  const nobody = toWhom && people.length === 0;
  const confirm = () => {
    setTried(true);
    if (!missing && !nobody) {
      send.mutate();
    }
  };
  const label = t(`batch.${act}`);
  if (send.data) {
    return <BatchResult title={label} rows={rows} found={send.data} close={() => close(true)} />;
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
      <p>{t(act === 'urge' ? 'batch.urgeText' : 'batch.text')}</p>
      {toWhom && rows[0] && (
        <>
          <p>{t(`batch.to.${act}`)}</p>
          {tried && nobody && <p className={styles.wrong}>{t('batch.needsPeople')}</p>}
          <ColleaguePicker
            task={rows[0].taskId}
            transfer={act === 'transfer'}
            many={act === 'copy'}
            value={people}
            set={setPeople}
          />
        </>
      )}
      {act !== 'urge' && (
        <>
          <label htmlFor={field}>{t(toWhom ? 'batch.reason' : 'batch.opinion')}</label>
          {tried && missing && <p className={styles.wrong}>{t('batch.needsOpinion')}</p>}
          <Input.TextArea
            id={field}
            rows={3}
            maxLength={500}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
        </>
      )}
    </Modal>
  );
}
