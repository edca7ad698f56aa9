import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { answerOffer } from '../api/allotment';
import type { WaitingOfferDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

interface Props {
  offer: WaitingOfferDto;
  caseId: string;
  accepting: boolean;
  close: () => void;
}

/** Says once more what the answer means before it is given. */
export function OfferAnswerDialog({ offer, caseId, accepting, close }: Props) {
  const { t } = useTexts('allotment');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const give = useMutation({
    mutationFn: () =>
      answerOffer(offer.id, {
        etag: offer.etag,
        idempotencyKey,
        accepted: accepting,
        reason: accepting ? undefined : reason.trim(),
      }),
    onSuccess: () => {
      message.success(t(accepting ? 'mine.accepted' : 'mine.refused'));
      close();
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['cases', caseId] });
      void client.invalidateQueries({ queryKey: ['home'] });
    },
  });
  return (
    <Modal
      open
      title={t(accepting ? 'mine.accept' : 'mine.refuse')}
      okText={t(accepting ? 'mine.confirmAccept' : 'mine.confirmRefuse')}
      cancelText={t('common:cancel')}
      okButtonProps={{ danger: !accepting, disabled: !accepting && reason.trim().length < 2 }}
      confirmLoading={give.isPending}
      onOk={() => give.mutate()}
      onCancel={close}
    >
      {offer.what && <p>{offer.what}</p>}
      <p>{t(accepting ? 'mine.ifAccepted' : `mine.ifRefused.${offer.ifRefused ?? 'keep'}`)}</p>
      {give.error && <ProblemAlert error={give.error} />}
      {!accepting && (
        <Entry label={t('mine.why')}>
          {(id) => <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Entry>
      )}
    </Modal>
  );
}
