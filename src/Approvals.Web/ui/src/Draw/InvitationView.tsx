import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { WorkTaskDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { useDocumentTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { AnswersReview } from '../Review/AnswersReview';
import { DocumentPreview } from '../Review/DocumentPreview';
import review from '../Review/Review.module.css';
import { ReviewHead } from '../Review/ReviewHead';
import { useActing } from '../Review/useActing';
import styles from '../Vote/Vote.module.css';

/** An expert who was drawn looks at the redacted case, and takes the seat or steps aside. */
export function InvitationView({ task }: { task: WorkTaskDto }) {
  const { t } = useTexts('draw');
  const { t: v } = useTexts('vote');
  const field = useId();
  const { send } = useActing(task);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState<string | undefined>(undefined);
  const takePart = task.acts.find((act) => act.act === 'takePart');
  const recuse = task.acts.find((act) => act.act === 'recuse');
  useDocumentTitle(`${task.activityName} ${task.case.number}`);
  return (
    <div className={review.page}>
      <ReviewHead task={task} reload={() => undefined} />
      <div className={styles.columns}>
        <div className={review.column} tabIndex={0} role="region" aria-label={v('case')}>
          <p className={styles.redacted}>{v('redacted')}</p>
          <AnswersReview task={task} onlyChanges={false} show={setShown} />
        </div>
        <div className={review.column} tabIndex={0} role="region" aria-label={v('documents')}>
          <DocumentPreview documents={task.answers.documents} shown={shown} show={setShown} />
        </div>
        <div className={review.column} tabIndex={0} role="region" aria-label={t('invitation.title')}>
          <Panel dense id="invitation" title={t('invitation.title')}>
            <p>{t('invitation.text')}</p>
            <p className="muted">{t('invitation.done')}</p>
          </Panel>
        </div>
      </div>
      <footer className={review.bar}>
        {send.error && !asking && <ProblemAlert error={send.error} />}
        <div className={review.acts}>
          <Button
            type="primary"
            disabled={!task.canAct || !takePart?.enabled}
            loading={send.isPending}
            onClick={() => send.mutate({ act: 'takePart' })}
          >
            {takePart?.label}
          </Button>
          <Button danger disabled={!task.canAct || !recuse?.enabled} onClick={() => setAsking(true)}>
            {recuse?.label}
          </Button>
          <span className={review.after}>{takePart?.why ?? takePart?.consequence}</span>
        </div>
      </footer>
      <Modal
        open={asking}
        title={v('recuseTitle')}
        okText={v('recuse')}
        cancelText={t('common:cancel')}
        okButtonProps={{ disabled: reason.trim() === '', danger: true }}
        confirmLoading={send.isPending}
        onOk={() => send.mutate({ act: 'recuse', reason: reason.trim() })}
        onCancel={() => setAsking(false)}
      >
        {send.error && <ProblemAlert error={send.error} />}
        <p>{v('recuseText')}</p>
        <label htmlFor={field}>{v('recuseReason')}</label>
        <Input.TextArea
          id={field}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </div>
  );
}
