import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { eraseData, myDataQuery } from '../api/voice';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** Says what is lost for ever before it is asked for. */
export function EraseDialog({ close }: { close: () => void }) {
  const { t } = useTexts('voice');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: () => eraseData(reason.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: myDataQuery.queryKey });
      close();
    },
  });
  return (
    <Modal
      open
      title={t('data.erase')}
      okText={t('data.send')}
      cancelText={t('common:cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate()}
      onCancel={close}
    >
      {send.error && <ProblemAlert error={send.error} />}
      <p>{t('data.eraseText')}</p>
      <Entry label={t('data.why')}>
        {(id) => <Input id={id} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Entry>
    </Modal>
  );
}
