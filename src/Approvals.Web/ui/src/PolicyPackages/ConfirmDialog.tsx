import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from '../People/People.module.css';

interface Props {
  title: string;
  text: string;
  danger?: boolean;
  /** Whether a reason is asked for. */
  reasoned?: boolean;
  act: (reason: string) => Promise<unknown>;
  done: () => Promise<unknown>;
  close: () => void;
}

/** Says what an act does, asks why where it must be said, and stays open with the problem when it is refused. */
export function ConfirmDialog({ title, text, danger, reasoned, act, done, close }: Props) {
  const { t } = useTexts('policy');
  const field = useId();
  const [reason, setReason] = useState('');
  const run = useMutation({
    mutationFn: () => act(reason.trim()),
    onSuccess: async () => {
      await done();
      close();
    },
  });
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('common:cancel')}
      okButtonProps={{ danger, disabled: reasoned && reason.trim() === '' }}
      confirmLoading={run.isPending}
      onOk={() => run.mutate()}
      onCancel={close}
    >
      {run.error && <ProblemAlert error={run.error} />}
      <p>{text}</p>
      {reasoned && (
        <div className={styles.entry}>
          <label htmlFor={field}>{t('ask.reason')}</label>
          <Input.TextArea
            id={field}
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
    </Modal>
  );
}
