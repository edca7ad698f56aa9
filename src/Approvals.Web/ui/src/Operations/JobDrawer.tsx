import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { JobDto, JobRunDto } from '../api/contract';
import { jobHistoryQuery, refreshing } from '../api/operations';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { QueryView } from '../Layout/QueryView';
import { Faults } from './FaultsPanel';
import { JobProgress } from './JobProgress';
import { JobState } from './JobState';
import styles from './Operations.module.css';
import { SchedulePanel } from './SchedulePanel';

/** A job: its plan, its runs, and what went wrong in them. */
export function JobDrawer({ job, close }: { job: JobDto | undefined; close: () => void }) {
  return (
    <Drawer open={job !== undefined} size={560} title={job?.title} onClose={close}>
      {job && <Shown key={job.name} job={job} />}
    </Drawer>
  );
}

function Shown({ job }: { job: JobDto }) {
  const { t } = useTexts('operations');
  const history = useQuery({ ...jobHistoryQuery(job.name), refetchInterval: refreshing });
  return (
    <>
      <SchedulePanel job={job} />
      <h3>{t('runs.title')}</h3>
      <QueryView query={history} panels={1}>
        {(found) => (
          <>
            {found.runs.length === 0 && <p className="muted">{t('runs.none')}</p>}
            <ul>
              {found.runs.map((run) => (
                <Run key={run.id} run={run} />
              ))}
            </ul>
            {found.faults.length > 0 && <h3>{t('faults.of')}</h3>}
            <Faults faults={found.faults} />
          </>
        )}
      </QueryView>
    </>
  );
}

function Run({ run }: { run: JobRunDto }) {
  const { t } = useTexts('operations');
  return (
    <li className={styles.fault}>
      <p>
        <JobState state={run.state} faults={run.faults} /> <strong>{shortInstant(run.scheduledFor)}</strong>{' '}
        <span className="muted">{run.byName ? t('runs.by', { name: run.byName }) : t('runs.planned')}</span>
      </p>
      <JobProgress run={run} />
      <p className="muted">
        {[
          run.perSecond > 0 ? t('jobs.perSecond', { count: run.perSecond }) : '',
          run.cursor ? t('runs.cursor', { cursor: run.cursor }) : '',
          run.attempts > 1 ? t('runs.attempts', { count: run.attempts }) : '',
          run.node ? t('runs.node', { node: run.node }) : '',
          run.heardAt && run.node ? t('runs.heard', { at: shortInstant(run.heardAt) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}
