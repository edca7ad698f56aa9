import { useTranslation } from 'react-i18next';
import type { DueDto } from '../api/contract';
import { fullDay, monthDay, shortDay, weekday } from '../i18n/dates';
import styles from './DueBadge.module.css';
import { dueText } from './due';

/** A dot and “剩 3 个工作日”: the same everywhere; the date on hover. */
export function DueBadge({ due, withDay }: { due: DueDto; withDay?: boolean }) {
  const { t } = useTranslation();
  const text = dueText(due);
  const words =
    text.key === 'before' ? t('due.before', { day: monthDay(text.day) }) : t(`due.${text.key}`, { ...text });
  const title =
    due.dueOn === null
      ? undefined
      : t(due.provisional ? 'due.titleProvisional' : 'due.title', {
          day: fullDay(due.dueOn),
          weekday: weekday(due.dueOn),
        });
  return (
    <span className={`${styles.badge} ${styles[due.state] ?? ''}`} title={title}>
      <span className={styles.dot} aria-hidden="true" />
      {words}
      {withDay && due.dueOn !== null && ` · ${t('due.on', { day: shortDay(due.dueOn) })}`}
      {due.provisional && due.dueOn !== null && ` · ${t('due.provisional')}`}
    </span>
  );
}
