import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { withdrawCase } from '../api/cases';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** Says first what withdrawing means. */
export function WithdrawDialog({ id, close }: { id: string; close: () => void }) {
  const { t } = useTexts('cases');
  const client = useQueryClient();
  const field = useId();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => withdrawCase(id, reason.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['cases'] });
      close();
    },
  });
  return (
    <Modal
      open
      title={t('withdraw.title')}
      okText={t('withdraw.confirm')}
      cancelText={t('common:cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      confirmLoading={withdraw.isPending}
      onOk={() => withdraw.mutate()}
      onCancel={close}
    >
      <p>{t('withdraw.text')}</p>
      {withdraw.error && <ProblemAlert error={withdraw.error} />}
      <label htmlFor={field}>{t('withdraw.reason')}</label>
      <Input.TextArea
        id={field}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
