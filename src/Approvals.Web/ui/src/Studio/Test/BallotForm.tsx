import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { RehearsedTaskDto, ScenarioAct } from '../../api/rehearsals';
import { useTexts } from '../../i18n/useTexts';
import { usePersonName } from './PeopleContext';
import styles from './Test.module.css';

const choices = ['for', 'against', 'abstain'] as const;

/** The members of a panel vote together; the scenario keeps who voted how, the product never does. */
export function BallotForm({
  task,
  now,
  add,
}: {
  task: RehearsedTaskDto;
  now: string;
  add: (act: ScenarioAct) => void;
}) {
  const { t } = useTexts('rehearsal');
  const called = usePersonName();
  const [ballots, setBallots] = useState<Record<string, string>>(() =>
    Object.fromEntries(task.by.map((key) => [key, 'for'])),
  );
  return (
    <>
      {task.by.map((key) => (
        <p key={key} className={styles.ballot}>
          <span>{called(key)}</span>
          <Segmented
            aria-label={called(key)}
            value={ballots[key] ?? 'for'}
            options={choices.map((one) => ({ value: one, label: t(`ballots.${one}`) }))}
            onChange={(choice: string) => setBallots((known) => ({ ...known, [key]: choice }))}
          />
        </p>
      ))}
      <Button type="primary" onClick={() => add({ at: now, activity: task.activity, act: 'vote', ballots })}>
        {t('vote')}
      </Button>
    </>
  );
}
