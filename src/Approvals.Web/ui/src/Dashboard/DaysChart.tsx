import type { DashboardDto } from '../api/contract';
import { monthDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import styles from './Dashboard.module.css';

const height = 120;

/** What came and what went, day by day, as pairs of bars; the table beneath the picture says the same to those who do not see it. */
export function DaysChart({ days }: { days: DashboardDto['days'] }) {
  const { t } = useTexts('dashboard');
  const most = Math.max(1, ...days.flatMap((day) => [day.submitted, day.finished]));
  const bar = (count: number) => (count / most) * height;
  return (
    <figure className={styles.chart}>
      <div className={styles.bars} aria-hidden="true">
        {days.map((day) => (
          <span
            key={day.day}
            title={t('day', { day: monthDay(day.day), submitted: day.submitted, finished: day.finished })}
          >
            <i className={styles.submitted} style={{ height: bar(day.submitted) }} />
            <i className={styles.finished} style={{ height: bar(day.finished) }} />
          </span>
        ))}
      </div>
      <p className={styles.axis} aria-hidden="true">
        <span>{days[0] && monthDay(days[0].day)}</span>
        <span>{t('most', { count: most })}</span>
        <span>{days.length > 0 && monthDay(days[days.length - 1]?.day ?? '')}</span>
      </p>
      <figcaption>
        <i className={styles.submitted} aria-hidden="true" /> {t('measure.submitted')}
        <i className={styles.finished} aria-hidden="true" /> {t('measure.finished')}
      </figcaption>
      <table className="visually-hidden">
        <caption>{t('days')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.day')}</th>
            <th scope="col">{t('measure.submitted')}</th>
            <th scope="col">{t('measure.finished')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.day}>
              <th scope="row">{day.day}</th>
              <td>{day.submitted}</td>
              <td>{day.finished}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
