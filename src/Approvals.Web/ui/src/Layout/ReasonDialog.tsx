import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import { Entry } from './Entry';
import { ProblemAlert } from './ProblemAlert';

interface Props {
  title: string;
  /** What it means, before it is done. */
  text?: string;
  /** What the reason is asked as. */
  label: string;
  ok: string;
  danger?: boolean;
  /** How many letters a reason has at least. */
  least?: number;
  /** The key is the same however often one presses. */
  send: (reason: string, idempotencyKey: string) => Promise<unknown>;
  /** What is said once it is done. */
  done?: string;
  /** Reads anew what it changed, also when it was refused: somebody may have been faster. */
  again: () => unknown;
  close: () => void;
}

/** Asks why, then does it; what was refused stands in the dialog. */
export function ReasonDialog({ title, text, label, ok, danger, least = 2, send, done, again, close }: Props) {
  const { t } = useTexts('common');
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const act = useMutation({
    mutationFn: () => send(reason.trim(), idempotencyKey),
    onSuccess: () => {
      if (done !== undefined) {
        message.success(done);
      }
      close();
    },
    onSettled: again,
  });
  return (
    <Modal
      open
      title={title}
      okText={ok}
      cancelText={t('cancel')}
      okButtonProps={{ danger, disabled: reason.trim().length < least }}
      confirmLoading={act.isPending}
      onOk={() => act.mutate()}
      onCancel={close}
    >
      {text && <p>{text}</p>}
      {act.error && <ProblemAlert error={act.error} />}
      <Entry label={label}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Entry>
    </Modal>
  );
}
