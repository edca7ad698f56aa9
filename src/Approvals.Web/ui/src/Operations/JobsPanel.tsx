import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { JobDto } from '../api/contract';
import { operationsQuery, runJob, stopRun } from '../api/operations';
import { messageOf } from '../api/problem';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { count } from './FigureCards';
import { JobProgress } from './JobProgress';
import { JobState } from './JobState';
import styles from './Operations.module.css';

const kinds = ['all', 'running', 'broken'] as const;
const runs = (job: JobDto) => ['running', 'queued', 'silent'].includes(job.last?.state ?? '');
const broken = (job: JobDto) => ['failed', 'retrying', 'silent'].includes(job.last?.state ?? '');

/** The jobs with their plans, progress and what one can do with them. */
export function JobsPanel({ jobs, show }: { jobs: readonly JobDto[]; show: (name: string) => void }) {
  const { t } = useTexts('operations');
  const [kind, setKind] = useState<(typeof kinds)[number]>('all');
  const shown = jobs.filter((job) => kind === 'all' || (kind === 'running' ? runs(job) : broken(job)));
  return (
    <Panel
      flush
      id="jobs"
      title={t('jobs.title', {
        running: jobs.filter(runs).length,
        broken: jobs.filter(broken).length,
        all: jobs.length,
      })}
      extra={kinds.map((each) => (
        <Button
          key={each}
          type={each === kind ? 'default' : 'text'}
          size="small"
          aria-pressed={each === kind}
          onClick={() => setKind(each)}
        >
          {t(`jobs.kind.${each}`)}
        </Button>
      ))}
    >
      <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby="jobs-title">
        <table className={styles.table}>
          <thead>
            <tr>
              {(['job', 'plan', 'state', 'progress'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`jobs.${column}`)}
                </th>
              ))}
              <th scope="col" className={styles.number}>
                {t('jobs.speed')}
              </th>
              <th scope="col">{t('jobs.next')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('jobs.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((job) => (
              <JobRow key={job.name} job={job} show={() => show(job.name)} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function JobRow({ job, show }: { job: JobDto; show: () => void }) {
  const { t } = useTexts('operations');
  const run = job.last;
  const moving = run?.state === 'running';
  return (
    <tr className={broken(job) ? styles.broken : undefined}>
      <td>
        <strong>{job.title}</strong>
      </td>
      <td>{job.paused ? t('jobs.paused', { words: job.words }) : job.words}</td>
      <td>{run ? <JobState state={run.state} faults={run.faults} /> : t('state.never')}</td>
      <td>{run && <JobProgress run={run} />}</td>
      <td className={styles.number}>
        {run && run.perSecond > 0 ? t('jobs.perSecond', { count: run.perSecond }) : '—'}
      </td>
      <td>
        {moving && run.expectedEnd
          ? t('jobs.expectedEnd', { at: shortInstant(run.expectedEnd) })
          : run?.retryAt
            ? t('jobs.retryAt', { at: shortInstant(run.retryAt) })
            : job.nextAt
              ? shortInstant(job.nextAt)
              : '—'}
      </td>
      <td className={styles.acts}>
        <Button type="link" size="small" onClick={show} aria-label={t('jobs.detailOf', { title: job.title })}>
          {t('jobs.detail')}
        </Button>
        <Act job={job} />
      </td>
    </tr>
  );
}

/** Runs a job, or stops the run that is not over. */
function Act({ job }: { job: JobDto }) {
  const { t } = useTexts('operations');
  const { message } = App.useApp();
  const client = useQueryClient();
  const open = runs(job) ? job.last : null;
  const act = useMutation({
    mutationFn: async () => {
      await (open ? stopRun(job.name) : runJob(job.name));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: operationsQuery.queryKey }),
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  const word = open ? (open.stopping ? 'stopping' : 'stop') : job.last?.retryAt ? 'retry' : 'run';
  return (
    <Button
      type="link"
      size="small"
      disabled={open?.stopping}
      loading={act.isPending}
      onClick={() => act.mutate()}
      aria-label={`${t(`jobs.${word}`)}: ${job.title}${job.last ? ` (${count(job.last.progress)})` : ''}`}
    >
      {t(`jobs.${word}`)}
    </Button>
  );
}
