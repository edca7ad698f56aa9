import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { correctPlace } from '../api/allotment';
import type { WaitingEntryDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** Another place, with a reason that the applicant reads. */
export function CorrectDialog({ entry, close }: { entry: WaitingEntryDto; close: () => void }) {
  const { t } = useTexts('allotment');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [place, setPlace] = useState<number | null>(entry.place);
  const [reason, setReason] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const correct = useMutation({
    mutationFn: () =>
      correctPlace(entry.id, { etag: entry.etag, idempotencyKey, place: place ?? 1, reason: reason.trim() }),
    onSuccess: () => {
      message.success(t('correct.done'));
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['allotment'] }),
  });
  return (
    <Modal
      open
      title={`${t('correct.title')} · ${entry.caseNumber}`}
      okText={t('common:confirm')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: place === null || place === entry.place || reason.trim().length < 2 }}
      confirmLoading={correct.isPending}
      onOk={() => correct.mutate()}
      onCancel={close}
    >
      <p className="muted">{t('correct.text')}</p>
      {correct.error && <ProblemAlert error={correct.error} />}
      <Entry label={t('correct.place')}>
        {(id) => <InputNumber id={id} min={1} precision={0} value={place} onChange={setPlace} />}
      </Entry>
      <Entry label={t('reason')}>
        {(id) => <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Entry>
    </Modal>
  );
}
