import { Switch } from 'antd';
import { useState } from 'react';
import type { WorkTaskDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { useDocumentTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ActDialog } from './ActDialog';
import { ActionBar } from './ActionBar';
import { AnswersReview } from './AnswersReview';
import { DecisionCard } from './DecisionCard';
import { DocumentPreview } from './DocumentPreview';
import { Objections } from './Objections';
import styles from './Review.module.css';
import { ReviewHead } from './ReviewHead';
import { Sharing } from './Sharing';
import { StepForm } from './StepForm';
import { Timeline } from '../Timeline/Timeline';
import { useActing } from './useActing';

/** Answers, document and process side by side; the bar to act stays at the bottom. */
export function ReviewView({ task, reload }: { task: WorkTaskDto; reload: () => void }) {
  const { t } = useTexts('review');
  const acting = useActing(task);
  const [onlyChanges, setOnlyChanges] = useState(false);
  const [shown, setShown] = useState<string | undefined>(undefined);
  const { answers } = task;
  useDocumentTitle(`${task.case.applicant} · ${task.activityName}`);
  return (
    <div className={styles.page}>
      <ReviewHead task={task} reload={reload} />
      {answers.changes.length > 0 && (
        <div className={styles.changesBar}>
          <span>
            <i aria-hidden="true" /> {t('changes', { count: answers.changes.length })}
          </span>
          <label>
            {t('onlyChanges')} <Switch size="small" checked={onlyChanges} onChange={setOnlyChanges} />
          </label>
        </div>
      )}
      <div className={styles.columns}>
        <div className={styles.column} tabIndex={0} role="region" aria-label={t('answers')}>
          {task.sharing && <Sharing sharing={task.sharing} />}
          {task.objections.length > 0 && <Objections objections={task.objections} />}
          {task.decisions.map((decision) => (
            <DecisionCard key={decision.decision} decision={decision} />
          ))}
          {task.form && <StepForm task={task} form={task.form} acting={acting} />}
          <AnswersReview task={task} onlyChanges={onlyChanges} show={setShown} />
        </div>
        <div className={styles.column} tabIndex={0} role="region" aria-label={t('documents')}>
          <DocumentPreview documents={answers.documents} shown={shown} show={setShown} />
        </div>
        <div className={styles.column} tabIndex={0} role="region" aria-label={t('process')}>
          <Panel dense id="process" title={t('process')}>
            <Timeline steps={task.timeline} dense />
          </Panel>
        </div>
      </div>
      <ActionBar task={task} acting={acting} />
      {acting.pending && (
        <ActDialog key={acting.pending.act} task={task} act={acting.pending} acting={acting} reload={reload} />
      )}
    </div>
  );
}
