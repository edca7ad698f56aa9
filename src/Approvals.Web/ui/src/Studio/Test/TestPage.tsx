import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { checkQuery } from '../../api/policy';
import type { Scenario } from '../../api/rehearsals';
import { useSession } from '../../App/useSession';
import { useTexts } from '../../i18n/useTexts';
import { EmptyState } from '../../Layout/EmptyState';
import { Panel } from '../../Layout/Panel';
import { ProblemAlert } from '../../Layout/ProblemAlert';
import { useDraft } from '../Shell/DraftContext';
import { NewScenario } from './NewScenario';
import { Recorder } from './Recorder';
import { ReplayPanel } from './ReplayPanel';
import { ScenarioList } from './ScenarioList';
import { scenarioFiles } from './scenarios';
import styles from './Test.module.css';

/** Scenarios, recorded by doing and run again; and past cases, played against this version. */
export default function TestPage() {
  const { t } = useTexts('rehearsal');
  const { draft, file, readOnly } = useDraft();
  const { areas } = useSession();
  const [path, setPath] = useState<string>();
  const [running, setRunning] = useState(false);
  const [naming, setNaming] = useState(false);
  const report = useQuery({ ...checkQuery(draft.id, draft.hash), enabled: running });
  const files = scenarioFiles(draft.files);
  const scenario = path === undefined ? undefined : file<Scenario>(path);
  return (
    <div className={styles.page}>
      <div className={styles.columns}>
        <Panel
          flush
          title={t('scenarios')}
          extra={
            <span className={styles.buttons}>
              <Button size="small" loading={report.isFetching} onClick={() => setRunning(true)}>
                {t('runAll')}
              </Button>
              {!readOnly && (
                <Button size="small" type="primary" onClick={() => setNaming(true)}>
                  {t('record')}
                </Button>
              )}
            </span>
          }
        >
          {report.error && <ProblemAlert error={report.error} retry={() => void report.refetch()} />}
          <ScenarioList
            files={files}
            chosen={path}
            choose={setPath}
            findings={running ? report.data?.findings : undefined}
          />
        </Panel>
        {scenario === undefined || path === undefined ? (
          <EmptyState title={t(files.length === 0 ? 'none' : 'choose')}>{t('noneText')}</EmptyState>
        ) : (
          <Recorder key={path} path={path} scenario={scenario} gone={() => setPath(undefined)} />
        )}
      </div>
      {areas.includes('replays') && <ReplayPanel />}
      {naming && <NewScenario files={files} made={setPath} close={() => setNaming(false)} />}
    </div>
  );
}
