import { useState } from 'react';
import type { RehearsalDto, RehearsedTaskDto, Scenario, ScenarioAct } from '../../api/rehearsals';
import { shortInstant } from '../../i18n/dates';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { useDraft } from '../Shell/DraftContext';
import { ActForm } from './ActForm';
import { BallotForm } from './BallotForm';
import { firstStep } from './scenarios';
import styles from './Test.module.css';

interface Props {
  scenario: Scenario;
  came: RehearsalDto;
  add: (act: ScenarioAct) => void;
}

/** What waits now: chosen, it is done as the person whose it is. Before there is a case, that is the application. */
export function WaitingTasks({ scenario, came, add }: Props) {
  const { t } = useTexts('rehearsal');
  const { file } = useDraft();
  const [chosen, setChosen] = useState(0);
  const first = firstStep(file('workflow.json'));
  const applicants = Object.entries(scenario.people).filter(([, person]) => [person.role].flat().includes('Applicant'));
  const tasks: RehearsedTaskDto[] =
    came.state === null && first
      ? [
          {
            activity: first.activity,
            name: t('application'),
            kind: 'Start',
            by: applicants.map(([key]) => key),
            dueAt: null,
            page: null,
            form: first.form,
          },
        ]
      : came.tasks;
  const task = tasks[chosen] ?? tasks[0];
  if (task === undefined) {
    return <Panel title={t('waiting')}>{t('nobodyWaits')}</Panel>;
  }
  return (
    <Panel title={t('waiting')}>
      {tasks.length > 1 && (
        <ul className={styles.tasks}>
          {tasks.map((one, index) => (
            <li key={index}>
              <button type="button" aria-pressed={one === task} onClick={() => setChosen(index)}>
                {one.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <h3>{task.name}</h3>
      {task.dueAt !== null && <p className="muted">{t('due', { at: shortInstant(task.dueAt) })}</p>}
      {task.by.length === 0 ? (
        <p role="alert" className={styles.failure}>
          {t('nobody')}
        </p>
      ) : task.kind === 'Vote' ? (
        <BallotForm key={`${came.done} ${task.activity}`} task={task} now={came.now} add={add} />
      ) : (
        <ActForm
          key={`${came.done} ${task.activity}`}
          task={task}
          people={Object.keys(scenario.people)}
          now={came.now}
          add={add}
        />
      )}
    </Panel>
  );
}
