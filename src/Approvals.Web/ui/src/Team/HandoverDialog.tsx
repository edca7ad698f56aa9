import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { handOver, handoverQuery } from '../api/team';
import { useTexts } from '../i18n/useTexts';
import { BatchView } from '../Layout/BatchView';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import styles from './Team.module.css';

interface Props {
  person: string;
  name: string;
  others: { id: string; name: string; roles: string }[];
  close: () => void;
}

const queue = 'queue';

/** All open tasks of somebody who leaves: shown first, then moved case by case. */
export function HandoverDialog({ person, name, others, close }: Props) {
  const { t } = useTexts('team');
  const client = useQueryClient();
  const [to, setTo] = useState(queue);
  const [reason, setReason] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const preview = useQuery(handoverQuery(person, to === queue ? undefined : to));
  const order = useMutation({
    mutationFn: () => handOver(person, { idempotencyKey, reason: reason.trim(), to: to === queue ? null : to }),
  });
  const done = () => {
    void client.invalidateQueries({ queryKey: ['team'] });
    close();
  };
  const options = [
    { value: queue, label: t('toQueue') },
    ...others.map((other) => ({ value: other.id, label: `${other.name} · ${other.roles}` })),
  ];
  const ready = (preview.data?.movable ?? 0) > 0 && reason.trim().length >= 2;
  return (
    <Modal
      open
      title={t('handoverTitle', { name })}
      onCancel={done}
      footer={
        order.data ? (
          <Button onClick={done}>{t('common:close')}</Button>
        ) : (
          <Button type="primary" disabled={!ready} loading={order.isPending} onClick={() => order.mutate()}>
            {t('start')}
          </Button>
        )
      }
    >
      {order.error && <ProblemAlert error={order.error} />}
      {order.data ? (
        <BatchView id={order.data.batch} />
      ) : (
        <>
          <Entry label={t('to')}>{(id) => <Select id={id} value={to} options={options} onChange={setTo} />}</Entry>
          <Entry label={t('reason')}>
            {(id) => (
              <Input id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
            )}
          </Entry>
          <QueryView query={preview} panels={1}>
            {(found) => (
              <div aria-live="polite">
                <p>
                  <strong>{t('preview', { count: found.movable })}</strong>{' '}
                  {found.tasks.length > found.movable && t('cannot', { count: found.tasks.length - found.movable })}
                </p>
                {found.more && <p className="muted small">{t('more')}</p>}
                <ul className={styles.list} tabIndex={0} aria-label={t('preview', { count: found.movable })}>
                  {found.tasks.map((task) => (
                    <li key={task.taskId} className={task.movable ? undefined : styles.refused}>
                      {task.number} · {task.stepName}
                      {task.why && ` — ${task.why}`}
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </QueryView>
        </>
      )}
    </Modal>
  );
}
