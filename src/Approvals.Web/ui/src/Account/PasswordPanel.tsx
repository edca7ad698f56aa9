import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { changePassword } from '../api/session';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { TextEntry } from './TextEntry';
import { useEntries } from './useEntries';

/** The own password: changed by whoever knows it. */
export function PasswordPanel() {
  const { t } = useTexts('account');
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t('password')}>
      <Button onClick={() => setOpen(true)}>{t('change.title')}</Button>
      {open && <PasswordDialog close={() => setOpen(false)} />}
    </Panel>
  );
}

function PasswordDialog({ close }: { close: () => void }) {
  const { t } = useTexts('account');
  const { message } = App.useApp();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      message.success(t('change.done'));
      close();
      return client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const { values, entry, placed } = useEntries(['current', 'password'] as const, change.error);
  return (
    <Modal
      open
      title={t('change.title')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: values.current === '' || values.password === '' }}
      confirmLoading={change.isPending}
      onOk={() => change.mutate(values)}
      onCancel={close}
    >
      {change.error && !placed && <ProblemAlert error={change.error} />}
      <TextEntry label={t('change.current')} type="password" autoComplete="current-password" {...entry('current')} />
      <TextEntry
        label={t('reset.password')}
        type="password"
        autoComplete="new-password"
        hint={t('passwordHint')}
        {...entry('password')}
      />
      <p className="muted">{t('change.hint')}</p>
    </Modal>
  );
}
