import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { reveal } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';

interface Props {
  task: string;
  path: string;
  label: string;
  close: () => void;
  done: (value: string) => void;
}

/** A masked answer in full, for a reason that the audit keeps. */
export function RevealDialog({ task, path, label, close, done }: Props) {
  const { t } = useTexts('review');
  const field = useId();
  const [reason, setReason] = useState('');
  const ask = useMutation({
    mutationFn: () => reveal(task, path, reason.trim()),
    onSuccess: ({ value }) => {
      done(value);
      close();
    },
  });
  return (
    <Modal
      open
      title={t('reveal.title', { label })}
      okText={t('reveal.show')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={ask.isPending}
      onOk={() => ask.mutate()}
      onCancel={close}
    >
      <p>{t('reveal.text')}</p>
      {ask.error && <ProblemAlert error={ask.error} />}
      <label htmlFor={field}>{t('reveal.reason')}</label>
      <Input id={field} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
    </Modal>
  );
}
