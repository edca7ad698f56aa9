import { Fragment } from 'react';
import type { DueLimitDto } from '../api/contract';
import { monthDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import styles from './DuePopover.module.css';

/** Receipt + limit + what stood still = the last day. */
export function DueSum({ limit }: { limit: DueLimitDto }) {
  const { t } = useTexts('due');
  const parts = [
    { top: monthDay(limit.received), below: t(limit.started ? 'received' : 'ifToday') },
    { top: limit.amount, below: limit.name },
    ...limit.stops.map((stop) => ({
      top: t('workingDays', { count: stop.workingDays }),
      below: t('stopped', { reason: stop.reason }),
    })),
  ];
  return (
    <div className={styles.sum}>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && (
            <span className={styles.sign} aria-hidden="true">
              +
            </span>
          )}
          <p className={styles.part}>
            <strong>{part.top}</strong>
            <span>{part.below}</span>
          </p>
        </Fragment>
      ))}
      <span className={styles.sign} aria-hidden="true">
        =
      </span>
      <p className={`${styles.part} ${styles.result}`}>
        <strong>{limit.due.dueOn === null ? (limit.left ?? '—') : monthDay(limit.due.dueOn)}</strong>
        <span>{t(limit.due.dueOn === null ? 'left' : 'due')}</span>
      </p>
    </div>
  );
}
