import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { revokeMandate } from '../api/employers';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** Ends a mandate, with a reason. */
export function RevokeMandate({ id, done }: { id: string; done: () => unknown }) {
  const { t } = useTexts('employers');
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const revoke = useMutation({
    mutationFn: () => revokeMandate(id, reason.trim()),
    onSuccess: () => {
      message.success(t('revoked'));
      setOpen(false);
      return done();
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('revoke')}</Button>
      <Modal
        open={open}
        title={t('revokeTitle')}
        okText={t('revoke')}
        cancelText={t('common:cancel')}
        okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }}
        confirmLoading={revoke.isPending}
        onOk={() => revoke.mutate()}
        onCancel={() => setOpen(false)}
      >
        <p>{t('revokeText')}</p>
        {revoke.error && <ProblemAlert error={revoke.error} />}
        <Entry label={t('reason')}>
          {(entry) => (
            <Input id={entry} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          )}
        </Entry>
      </Modal>
    </>
  );
}
