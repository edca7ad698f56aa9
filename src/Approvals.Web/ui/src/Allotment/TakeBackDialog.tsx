import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { withdrawOffer } from '../api/allotment';
import type { WaitingOfferDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** Takes an open offer back; it counts against nobody. */
export function TakeBackDialog({ offer, close }: { offer: WaitingOfferDto; close: () => void }) {
  const { t } = useTexts('allotment');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const takeBack = useMutation({
    mutationFn: () => withdrawOffer(offer.id, reason.trim()),
    onSuccess: () => {
      message.success(t('takeBack.done'));
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['allotment'] }),
  });
  return (
    <Modal
      open
      title={t('takeBack.title')}
      okText={t('takeBack.title')}
      cancelText={t('common:cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }}
      confirmLoading={takeBack.isPending}
      onOk={() => takeBack.mutate()}
      onCancel={close}
    >
      <p className="muted">{t('takeBack.text')}</p>
      {takeBack.error && <ProblemAlert error={takeBack.error} />}
      <Entry label={t('reason')}>
        {(id) => <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Entry>
    </Modal>
  );
}
