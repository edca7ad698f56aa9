import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { UpkeepDto } from '../api/contract';
import { operationsQuery, refreshing } from '../api/operations';
import { clockTime } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { PageTitle } from '../Layout/PageTitle';
import { QueryView } from '../Layout/QueryView';
import { FaultsPanel } from './FaultsPanel';
import { FigureCards } from './FigureCards';
import { HoursPanel } from './HoursPanel';
import { InterfacesPanel } from './InterfacesPanel';
import { JobDrawer } from './JobDrawer';
import { JobsPanel } from './JobsPanel';
import { NodesPanel } from './NodesPanel';
import styles from './Operations.module.css';
import { QueuesPanel } from './QueuesPanel';
import { RetentionPanel } from './RetentionPanel';

/** How the product runs: jobs, queues and nodes, asked anew every few seconds. */
export default function OperationsPage() {
  const { t } = useTexts('operations');
  const [still, setStill] = useState(false);
  const [shown, setShown] = useState<string>();
  const found = useQuery({ ...operationsQuery, refetchInterval: still ? false : refreshing });
  return (
    <div className={styles.page}>
      <PageTitle
        title={t('title')}
        below={found.data && t(still ? 'stillAt' : 'refreshedAt', { at: clockTime(found.data.at) })}
        extra={<Button onClick={() => setStill(!still)}>{t(still ? 'goOn' : 'hold')}</Button>}
      />
      <QueryView query={found}>
        {(data) => (
          <>
            <FigureCards figures={data.figures} />
            <JobsPanel jobs={data.jobs} show={setShown} />
            <Rest data={data} />
            <JobDrawer job={data.jobs.find(({ name }) => name === shown)} close={() => setShown(undefined)} />
          </>
        )}
      </QueryView>
      <p className="muted">{t('blind')}</p>
    </div>
  );
}

function Rest({ data }: { data: UpkeepDto }) {
  return (
    <>
      <div className={styles.pair}>
        <HoursPanel hours={data.hours} />
        <FaultsPanel faults={data.faults} />
      </div>
      <div className={styles.pair}>
        <QueuesPanel queues={data.queues} />
        <InterfacesPanel interfaces={data.interfaces} />
      </div>
      <div className={styles.pair}>
        <NodesPanel nodes={data.nodes} />
      </div>
      <RetentionPanel />
    </>
  );
}
