import type { JobRunDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { count } from './FigureCards';
import styles from './Operations.module.css';

/** How far a run is, or how the last one ended. */
export function JobProgress({ run }: { run: JobRunDto }) {
  const { t } = useTexts('operations');
  const unit = run.unit ?? t('jobs.things');
  if (run.state === 'running' || run.state === 'silent') {
    const share =
      run.total !== null && run.total > 0 ? Math.min(100, Math.floor((100 * run.progress) / run.total)) : undefined;
    return (
      <div className={styles.progress}>
        <p>
          <span>
            {run.total === null ? count(run.progress) : `${count(run.progress)} / ${count(run.total)}`} {unit}
          </span>
          {share !== undefined && <strong>{share}%</strong>}
        </p>
        {share !== undefined && (
          <div
            className={styles.bar}
            role="progressbar"
            aria-label={t('jobs.progress')}
            aria-valuenow={share}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <i style={{ width: `${share}%` }} />
          </div>
        )}
      </div>
    );
  }
  if (run.error !== null) {
    return (
      <span style={{ color: 'var(--error)' }}>{t('jobs.brokeAt', { attempt: run.attempts, error: run.error })}</span>
    );
  }
  return (
    <span>
      {[
        `${count(run.progress)} ${unit}`,
        run.faults > 0 ? t('jobs.faults', { count: run.faults }) : '',
        run.finishedAt ? shortInstant(run.finishedAt) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}
