import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { TextEntry } from '../Account/TextEntry';
import { confirmPassword } from '../api/session';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** Everything as a zip, after the password was entered again. */
export function ExportDialog({ close }: { close: () => void }) {
  const { t } = useTexts('voice');
  const [password, setPassword] = useState('');
  const load = useMutation({
    mutationFn: () => confirmPassword(password),
    onSuccess: () => {
      window.location.assign('/api/me/data/archive');
      close();
    },
  });
  return (
    <Modal
      open
      title={t('data.export')}
      okText={t('data.download')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: password === '' }}
      confirmLoading={load.isPending}
      onOk={() => load.mutate()}
      onCancel={close}
    >
      {load.error && <ProblemAlert error={load.error} />}
      <p className="muted">{t('data.exportText')}</p>
      <TextEntry
        label={t('data.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onValue={setPassword}
      />
    </Modal>
  );
}
