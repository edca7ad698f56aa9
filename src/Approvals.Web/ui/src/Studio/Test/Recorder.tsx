import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { rehearsalQuery, type Scenario, type ScenarioAct } from '../../api/rehearsals';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { ProblemAlert } from '../../Layout/ProblemAlert';
import { Waiting } from '../../Layout/Waiting';
import { useDraft } from '../Shell/DraftContext';
import { ActList } from './ActList';
import { ClockBar } from './ClockBar';
import { Outcome } from './Outcome';
import { PeopleContext } from './PeopleContext';
import { PeoplePanel } from './PeoplePanel';
import { expecting, moved, nameOf, without } from './scenarios';
import styles from './Test.module.css';
import { WaitingTasks } from './WaitingTasks';

interface Props {
  path: string;
  scenario: Scenario;
  gone: () => void;
}

/** One scenario: what was done so far, what waits now and for whom, and what has come of it. Each act is kept at once. */
export function Recorder({ path, scenario, gone }: Props) {
  const { t, i18n } = useTexts('rehearsal');
  const { draft, edit, readOnly } = useDraft();
  const played = useQuery(rehearsalQuery(draft.id, draft.hash, scenario));
  const came = played.data;
  const add = (act: ScenarioAct) => void edit([{ kind: 'value.insert', file: path, at: '/acts', value: act }]);
  const keep = (next: Scenario) =>
    void edit([
      { kind: 'value.set', file: path, at: '/acts', value: next.acts },
      { kind: 'value.set', file: path, at: '/expect', value: next.expect },
    ]);
  return (
    <PeopleContext value={scenario.people}>
      <div className={styles.recorder}>
        <Panel
          title={nameOf(scenario, i18n.language)}
          extra={
            !readOnly && (
              <Button
                size="small"
                danger
                onClick={() => {
                  gone();
                  void edit([{ kind: 'file.remove', file: path }]);
                }}
              >
                {t('remove')}
              </Button>
            )
          }
        >
          {played.error && <ProblemAlert error={played.error} retry={() => void played.refetch()} />}
          {came && <ClockBar now={came.now} busy={played.isFetching} add={add} readOnly={readOnly} />}
          <ActList
            acts={scenario.acts}
            done={came?.done ?? scenario.acts.length}
            failed={came?.failed ?? undefined}
            remove={readOnly ? undefined : (index) => keep(without(scenario, index))}
            move={readOnly ? undefined : (index, by) => keep(moved(scenario, index, by))}
          />
        </Panel>
        {came === undefined && !played.error && <Waiting />}
        {came && !readOnly && came.failed === null && came.result === null && (
          <WaitingTasks scenario={scenario} came={came} add={add} />
        )}
        {came && <Outcome came={came} expect={readOnly ? undefined : () => keep(expecting(scenario, came))} />}
        <PeoplePanel path={path} people={scenario.people} />
      </div>
    </PeopleContext>
  );
}
