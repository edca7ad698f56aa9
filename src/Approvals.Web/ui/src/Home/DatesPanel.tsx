import { useTexts } from '../i18n/useTexts';
import { Link } from 'react-router';
import type { HomeDto } from '../api/contract';
import { useSession } from '../App/useSession';
import { monthDay, shortDay, weekday } from '../i18n/dates';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import styles from './Home.module.css';

export function DatesPanel({ dates }: { dates: HomeDto['dates'] }) {
  const { t } = useTexts('home');
  const { today } = useSession();
  return (
    <Panel title={t('dates.title')} flush>
      {dates.length === 0 ? (
        <EmptyState title={t('dates.none')} />
      ) : (
        <ul>
          {dates.map((date) => (
            <li key={`${date.on} ${date.text}`} className={`${styles.row} ${styles.date}`}>
              <div>
                <strong>{shortDay(date.on)}</strong>
                <span className={styles.small}>{weekday(date.on)}</span>
              </div>
              <div>
                {date.caseId ? <Link to={`/cases/${date.caseId}`}>{date.text}</Link> : date.text}
                {date.note && <span className={styles.small}>{date.note}</span>}
                {date.on < today && (
                  <strong className={styles.overdue}>{t('dates.overdue', { day: monthDay(date.on) })}</strong>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
