import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { BallotChoice, WorkTaskDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import review from '../Review/Review.module.css';
import type { Acting } from '../Review/useActing';

interface Props {
  task: WorkTaskDto;
  acting: Acting;
  choice: BallotChoice | null;
}

/** The ballot is confirmed before it is cast, since it cannot be taken back; recusal needs a reason. */
export function BallotBar({ task, acting, choice }: Props) {
  const { t } = useTexts('vote');
  const field = useId();
  const [asking, setAsking] = useState<'vote' | 'recuse' | null>(null);
  const [reason, setReason] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const { send, opinion, setOpinion, values } = acting;
  const vote = task.acts.find((act) => act.act === 'vote');
  const recuse = task.acts.find((act) => act.act === 'recuse');
  const cast = () => {
    if (asking === 'vote' && choice !== null) {
      send.mutate({ act: 'vote', idempotencyKey: key, ballot: { choice, sheet: task.form === null ? null : values } });
    } else if (asking === 'recuse') {
      send.mutate({ act: 'recuse', idempotencyKey: key, reason: reason.trim() });
    }
  };
  const open = (what: 'vote' | 'recuse') => {
    send.reset();
    setAsking(what);
  };
  return (
    <footer className={review.bar}>
      <div className={review.opinion}>
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={500}
          disabled={!task.canAct}
          value={opinion}
          placeholder={t('opinion')}
          aria-label={t('opinion')}
          onChange={(event) => setOpinion(event.target.value)}
        />
      </div>
      <div className={review.acts}>
        <Button
          type="primary"
          disabled={!task.canAct || !vote?.enabled || choice === null}
          onClick={() => open('vote')}
        >
          {vote?.label ?? t('cast')}
        </Button>
        {recuse && (
          <Button danger disabled={!task.canAct || !recuse.enabled} onClick={() => open('recuse')}>
            {recuse.label}
          </Button>
        )}
        <span className={review.after}>{vote?.why ?? vote?.consequence}</span>
      </div>
      <Modal
        open={asking !== null}
        title={t(asking === 'recuse' ? 'recuseTitle' : 'castTitle')}
        okText={t(asking === 'recuse' ? 'recuse' : 'cast')}
        cancelText={t('common:cancel')}
        okButtonProps={{ disabled: asking === 'recuse' && reason.trim() === '', danger: asking === 'recuse' }}
        confirmLoading={send.isPending}
        onOk={cast}
        onCancel={() => setAsking(null)}
      >
        {send.error && <ProblemAlert error={send.error} />}
        {asking === 'vote' && choice !== null && <p>{t('castText', { choice: t(`ballot.${choice}`) })}</p>}
        {asking === 'recuse' && (
          <>
            <p>{t('recuseText')}</p>
            <label htmlFor={field}>{t('recuseReason')}</label>
            <Input.TextArea
              id={field}
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        )}
      </Modal>
    </footer>
  );
}
