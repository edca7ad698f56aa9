import { Radio } from 'antd';
import { useState } from 'react';
import type { BallotChoice, WorkTaskDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { useDocumentTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { AnswersReview } from '../Review/AnswersReview';
import { DocumentPreview } from '../Review/DocumentPreview';
import review from '../Review/Review.module.css';
import { ReviewHead } from '../Review/ReviewHead';
import { StepForm } from '../Review/StepForm';
import { useActing } from '../Review/useActing';
import { BallotBar } from './BallotBar';
import styles from './Vote.module.css';

/** An expert's page: the redacted case, the scoring sheet, the ballot; no name and no tally. */
export function VoteView({ task }: { task: WorkTaskDto }) {
  const { t } = useTexts('vote');
  const acting = useActing(task);
  const [choice, setChoice] = useState<BallotChoice | null>(null);
  const [shown, setShown] = useState<string | undefined>(undefined);
  useDocumentTitle(`${task.activityName} ${task.case.number}`);
  return (
    <div className={review.page}>
      <ReviewHead task={task} reload={() => undefined} />
      <div className={styles.columns}>
        <div className={review.column} tabIndex={0} role="region" aria-label={t('case')}>
          <p className={styles.redacted}>{t('redacted')}</p>
          <AnswersReview task={task} onlyChanges={false} show={setShown} />
        </div>
        <div className={review.column} tabIndex={0} role="region" aria-label={t('documents')}>
          <DocumentPreview documents={task.answers.documents} shown={shown} show={setShown} />
        </div>
        <div className={review.column} tabIndex={0} role="region" aria-label={t('sheet')}>
          {task.panel && (
            <Panel dense title={t('panel.title')}>
              <p>{t('panel.text', { size: task.panel.size, quorum: task.panel.quorum, pass: task.panel.pass })}</p>
              {task.panel.rounds > 1 && (
                <p>{t('panel.round', { round: task.panel.round, rounds: task.panel.rounds })}</p>
              )}
              {task.panel.score !== null && <p>{t('panel.score', { score: task.panel.score })}</p>}
              <p className="muted">{t('panel.voted', { count: task.panel.voted })}</p>
            </Panel>
          )}
          {task.form && (
            <div className={styles.sheet}>
              <StepForm task={task} form={task.form} acting={acting} />
            </div>
          )}
          <Panel dense title={t('ballot.title')}>
            <fieldset>
              <legend className="visually-hidden">{t('ballot.title')}</legend>
              <Radio.Group
                className={review.choices}
                value={choice}
                disabled={!task.canAct}
                onChange={(event) => setChoice(event.target.value as BallotChoice)}
                options={(['for', 'against', 'abstain'] as const).map((value) => ({
                  value,
                  label: t(`ballot.${value}`),
                }))}
              />
            </fieldset>
          </Panel>
        </div>
      </div>
      <BallotBar task={task} acting={acting} choice={choice} />
    </div>
  );
}
