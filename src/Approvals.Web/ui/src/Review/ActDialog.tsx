import { Button, Drawer, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ActDto, WorkTaskDto } from '../api/contract';
import { Problem } from '../api/problem';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { type ActInput, asksMore, inputOf, missingOf, opensFields } from './acts';
import { ActFields } from './ActFields';
import type { Acting } from './useActing';

interface Props {
  task: WorkTaskDto;
  act: ActDto;
  acting: Acting;
  reload: () => void;
}

/** Nothing is sent by one key or click: a plain act is confirmed, the others ask for what they need in a drawer. */
export function ActDialog({ task, act, acting, reload }: Props) {
  const { t } = useTexts('review');
  const [input, setInput] = useState<ActInput>(() =>
    inputOf(act, task.answers.documents, (document, reason) => t('rejectedDocument', { document, reason })),
  );
  const [tried, setTried] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const { send, setPending, opinion } = acting;
  const missing = missingOf(act, input, opinion);
  const confirm = () => {
    setTried(true);
    if (missing.length > 0) {
      return;
    }
    const opens = opensFields(act, input);
    send.mutate({
      act: act.act,
      idempotencyKey: key,
      target: input.target,
      to: input.to,
      reason: input.reason.trim() === '' ? null : input.reason.trim(),
      fields: opens && act.fields ? input.fields : null,
      fieldNotes: opens && act.fields ? pick(input.fieldNotes, input.fields) : null,
      documents: opens && act.documents ? input.documents : null,
      promised: act.conditional ? input.promised : null,
      people: act.picks === 'many' ? input.people : null,
      place: act.places ? input.place : null,
      length: act.extension ? input.length : null,
    });
  };
  const body = (
    <>
      {send.error && (
        <ProblemAlert
          error={send.error}
          retry={
            send.error instanceof Problem && send.error.stale
              ? () => {
                  setPending(null);
                  reload();
                }
              : undefined
          }
        />
      )}
      {act.consequence && <p>{act.consequence}</p>}
      <ActFields
        task={task}
        act={act}
        acting={acting}
        input={input}
        setInput={setInput}
        missing={tried ? missing : []}
      />
    </>
  );
  const frame = { title: act.label, close: () => setPending(null), confirm, busy: send.isPending, danger: act.danger };
  return asksMore(act) ? (
    <DrawerFrame {...frame}>{body}</DrawerFrame>
  ) : (
    <Modal
      open
      title={act.label}
      okText={t('confirmAct', { act: act.label })}
      cancelText={t('common:cancel')}
      okButtonProps={{ danger: act.danger, autoFocus: !act.needsOpinion || opinion !== '' }}
      confirmLoading={frame.busy}
      onOk={confirm}
      onCancel={frame.close}
    >
      {body}
    </Modal>
  );
}

interface FrameProps {
  title: string;
  close: () => void;
  confirm: () => void;
  busy: boolean;
  danger: boolean;
  children: ReactNode;
}

function DrawerFrame({ title, close, confirm, busy, danger, children }: FrameProps) {
  const { t } = useTexts('review');
  return (
    <Drawer
      open
      title={title}
      size={480}
      onClose={close}
      footer={
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button type="primary" danger={danger} loading={busy} onClick={confirm}>
            {t('confirmAct', { act: title })}
          </Button>
        </div>
      }
    >
      {children}
    </Drawer>
  );
}

function pick(notes: Record<string, string>, fields: string[]): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const note = notes[field]?.trim() ?? '';
      return note === '' ? [] : [[field, note]];
    }),
  );
}
