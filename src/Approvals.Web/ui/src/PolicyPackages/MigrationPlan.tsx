import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { batchesQuery, planQuery, startMigration, type Way } from '../api/policy';
import type { MigrationPlanDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import people from '../People/People.module.css';
import { ConfirmDialog } from './ConfirmDialog';
import styles from './PolicyPackages.module.css';
import { TrialTable } from './TrialTable';

/** Where each step goes, to be changed where the suggestion does not do; then the trial, then the start. */
export function MigrationPlan({ from, to }: { from: string; to: string }) {
  const { t } = useTexts('policy');
  const client = useQueryClient();
  const { message } = App.useApp();
  const [activities, setActivities] = useState<Record<string, string>>({});
  const [tried, setTried] = useState<Way>();
  const [starting, setStarting] = useState<string>();
  const way = { from, to, activities };
  const plan = useQuery(planQuery(way));
  const place = (activity: string, chosen: string | undefined) => {
    const others = Object.entries(activities).filter(([step]) => step !== activity);
    setActivities(Object.fromEntries(chosen === undefined ? others : [...others, [activity, chosen]]));
    setTried(undefined);
  };
  return (
    <>
      <QueryView query={plan}>
        {(found) => (
          <Panel flush title={t('migration.plan')}>
            <p className={`muted ${styles.note}`}>{t('migration.planText')}</p>
            {plan.error && <ProblemAlert error={plan.error} />}
            <Steps plan={found} place={place} />
            <div className={styles.foot}>
              <Button onClick={() => setTried(way)} disabled={plan.isError}>
                {t('migration.trialRun')}
              </Button>
              <Button
                type="primary"
                disabled={tried === undefined || plan.isError || found.openCases === 0}
                onClick={() => setStarting(crypto.randomUUID())}
              >
                {t('migration.start')}
              </Button>
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

interface StepsProps {
  plan: MigrationPlanDto;
  place: (activity: string, chosen: string | undefined) => void;
}

function Steps({ plan, place }: StepsProps) {
  const { t } = useTexts('policy');
  return (
    <div className={people.scroll} tabIndex={0} role="region" aria-label={t('migration.plan')}>
      <table className={people.table}>
        <thead>
          <tr>
            {(['step', 'place', 'found'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`migration.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.steps.map((step) => (
            <tr key={step.activity}>
              <td>
                {step.name} <span className="muted">({step.activity})</span>
              </td>
              <td>
                <Select
                  className={styles.wide}
                  aria-label={`${t('migration.place')} ${step.name}`}
                  allowClear={step.found === 'named'}
                  placeholder={t('migration.choose')}
                  value={step.to ?? undefined}
                  options={step.choices.map(({ value, label }) => ({ value, label }))}
                  onChange={(chosen?: string) => place(step.activity, chosen)}
                />
              </td>
              <td>
                <Tag tone={step.found === 'none' ? 'warn' : 'plain'}>{t(`found.${step.found}`)}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
