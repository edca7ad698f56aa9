import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { batchesQuery, planQuery, startMigration, type Way } from '../api/policy';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import { ConfirmDialog } from './ConfirmDialog';
import { MigrationSteps } from './MigrationSteps';
import styles from './PolicyPackages.module.css';
import { TrialTable } from './TrialTable';

interface Props {
  from: string;
  to: string;
  /** Where a plan is only made: told the way once it was tried, and that it is not tried any more once a place changes. */
  plans?: (tried: Way | undefined) => void;
}

/** Where each step goes, to be changed where the suggestion does not do; then the trial, then the start, or a plan for later. */
export function MigrationPlan({ from, to, plans }: Props) {
  const { t } = useTexts('policy');
  const client = useQueryClient();
  const { message } = App.useApp();
  const [activities, setActivities] = useState<Record<string, string>>({});
  const [tried, setTried] = useState<Way>();
  const [starting, setStarting] = useState<string>();
  const way = { from, to, activities };
  const attempt = (wanted: Way | undefined) => {
    setTried(wanted);
    plans?.(wanted);
  };
  const plan = useQuery(planQuery(way));
  const place = (activity: string, chosen: string | undefined) => {
    const others = Object.entries(activities).filter(([step]) => step !== activity);
    setActivities(Object.fromEntries(chosen === undefined ? others : [...others, [activity, chosen]]));
    attempt(undefined);
  };
  return (
    <>
      <QueryView query={plan}>
        {(found) => (
          <Panel flush title={t('migration.plan')}>
            <p className={`muted ${styles.note}`}>{t('migration.planText')}</p>
            {plan.error && <ProblemAlert error={plan.error} />}
            <MigrationSteps plan={found} place={place} />
            <div className={styles.foot}>
              <Button onClick={() => attempt(way)} disabled={plan.isError}>
                {t('migration.trialRun')}
              </Button>
              {plans === undefined && (
                <Button
                  type="primary"
                  disabled={tried === undefined || plan.isError || found.openCases === 0}
                  onClick={() => setStarting(crypto.randomUUID())}
                >
                  {t('migration.start')}
                </Button>
              )}
            </div>
          </Panel>
        )}
      </QueryView>
      {tried && <TrialTable way={tried} />}
      {starting !== undefined && plan.data && (
        <ConfirmDialog
          title={t('migration.startTitle')}
          text={t('migration.startText', {
            count: plan.data.openCases,
            from: plan.data.fromNumber,
            to: plan.data.toNumber,
          })}
          reasoned
          act={(reason) => startMigration(way, reason, starting)}
          done={() => {
            message.success(t('migration.started'));
            return client.invalidateQueries({ queryKey: batchesQuery.queryKey });
          }}
          close={() => setStarting(undefined)}
        />
      )}
    </>
  );
}
