import { Button, Segmented, Switch } from 'antd';
import { useState } from 'react';
import type { WorkTaskDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { FlowMap } from '../FlowMap/FlowMap';
import { KeyList } from '../Layout/KeyList';
import { useDocumentTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ActDialog } from './ActDialog';
import { ActionBar } from './ActionBar';
import { AnswersReview } from './AnswersReview';
import { DecisionCard } from './DecisionCard';
import { DocumentPreview } from './DocumentPreview';
import { DocumentTick } from './DocumentTick';
import { Objections } from './Objections';
import styles from './Review.module.css';
import { ReviewHead } from './ReviewHead';
import { Sharing } from './Sharing';
import { StepForm } from './StepForm';
import { ToConfirm } from './ToConfirm';
import { Timeline } from '../Timeline/Timeline';
import { reviewKeys } from './reviewKeys';
import { useActing } from './useActing';
import { useAhead } from './useAhead';
import { useReviewKeys } from './useReviewKeys';

/** Answers, document and process side by side, or the map of the flow; the bar to act stays at the bottom. */
export function ReviewView({ task, reload }: { task: WorkTaskDto; reload: () => void }) {
  const { t } = useTexts('review');
  const acting = useActing(task);
  const [onlyChanges, setOnlyChanges] = useState(false);
  const [shown, setShown] = useState<string | undefined>(undefined);
  const [map, setMap] = useState(false);
  const [help, setHelp] = useState(false);
  const { answers } = task;
  useDocumentTitle(`${task.case.applicant} · ${task.activityName}`);
  useReviewKeys(task, setShown, () => setHelp(true));
  useAhead(task);
  return (
    <div className={styles.page}>
      <ReviewHead task={task} acting={acting} reload={reload} />
      <div className={styles.changesBar}>
        <Segmented
          size="small"
          value={map ? 'map' : 'task'}
          onChange={(value) => setMap(value === 'map')}
          options={(['task', 'map'] as const).map((value) => ({ value, label: t(`tab.${value}`) }))}
        />
        {answers.changes.length > 0 && (
          <>
            <span>
              <i aria-hidden="true" /> {t('changes', { count: answers.changes.length })}
            </span>
            <label>
              {t('onlyChanges')} <Switch size="small" checked={onlyChanges} onChange={setOnlyChanges} />
            </label>
          </>
        )}
        <Button type="text" size="small" onClick={() => setHelp(true)}>
          <kbd>?</kbd> {t('keys.title')}
        </Button>
      </div>
      {map ? (
        <div className={styles.map}>
          <Panel dense>
            <FlowMap id={task.case.id} />
          </Panel>
        </div>
      ) : (
        <div className={styles.columns}>
          <div className={styles.column} tabIndex={0} role="region" aria-label={t('answers')}>
            <ToConfirm task={task} reload={reload} />
            {task.sharing && <Sharing sharing={task.sharing} />}
            {task.objections.length > 0 && <Objections objections={task.objections} />}
            {task.decisions.map((decision) => (
              <DecisionCard key={decision.decision} decision={decision} />
            ))}
            {task.form && <StepForm task={task} form={task.form} acting={acting} />}
            <AnswersReview task={task} onlyChanges={onlyChanges} show={setShown} />
          </div>
          <div className={styles.column} tabIndex={0} role="region" aria-label={t('documents')}>
            <DocumentPreview
              documents={answers.documents}
              shown={shown}
              show={setShown}
              judge={task.canAct ? (one) => <DocumentTick key={one.id} task={task.id} document={one} /> : undefined}
            />
          </div>
          <div className={styles.column} tabIndex={0} role="region" aria-label={t('process')}>
            <Panel dense id="process" title={t('process')}>
              <Timeline steps={task.timeline} dense />
            </Panel>
          </div>
        </div>
      )}
      <ActionBar task={task} acting={acting} />
      {acting.pending && (
        <ActDialog key={acting.pending.act} task={task} act={acting.pending} acting={acting} reload={reload} />
      )}
      <KeyList
        open={help}
        close={() => setHelp(false)}
        title={t('keys.title')}
        keys={reviewKeys.map((key) => ({ key, text: t(`keys.${key}`) }))}
      />
    </div>
  );
}
