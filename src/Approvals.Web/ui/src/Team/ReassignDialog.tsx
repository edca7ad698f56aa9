import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { TeamTaskDto } from '../api/contract';
import { reassign, receiversQuery } from '../api/team';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

const queue = 'queue';

/** To whom, and why. */
export function ReassignDialog({ task, close }: { task: TeamTaskDto; close: () => void }) {
  const { t } = useTexts('team');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [to, setTo] = useState<string>();
  const [reason, setReason] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const receivers = useQuery(receiversQuery(task.taskId));
  const move = useMutation({
    mutationFn: () =>
      reassign(task.taskId, {
        etag: task.etag,
        idempotencyKey,
        reason: reason.trim(),
        to: to === queue ? null : (to ?? null),
      }),
    onSuccess: async () => {
      message.success(t('done1'));
      await client.invalidateQueries({ queryKey: ['team'] });
      close();
    },
  });
  const options = [
    ...(receivers.data ?? []).map(({ id, name, place }) => ({ value: id, label: `${name} · ${place}` })),
    ...(task.hasQueue && task.owner !== null ? [{ value: queue, label: t('toQueue') }] : []),
  ];
  return (
    <Modal
      open
      title={t('reassignTitle', { number: task.number })}
      okText={t('reassign')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: to === undefined || reason.trim().length < 2 }}
      confirmLoading={move.isPending}
      onOk={() => move.mutate()}
      onCancel={close}
    >
      {move.error && <ProblemAlert error={move.error} />}
      <Entry label={t('to')}>{(id) => <Select id={id} value={to} options={options} onChange={setTo} />}</Entry>
      <Entry label={t('reason')}>
        {(id) => <Input id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </Entry>
    </Modal>
  );
}
