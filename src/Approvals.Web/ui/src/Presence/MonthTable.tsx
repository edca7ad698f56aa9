import { monthName, shortDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { runsOf, type Month } from './days';
import styles from './Presence.module.css';

/** A year by month: the same as the calendar, for who reads tables. */
export function MonthTable({ months, year }: { months: Month[]; year: number }) {
  const { t } = useTexts('presence');
  return (
    <div className={styles.wide} tabIndex={0} role="region" aria-label={t('table.caption', { year })}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('table.caption', { year })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.month')}</th>
            {(['total', 'a', 'b', 'uncounted'] as const).map((head) => (
              <th key={head} scope="col" className={styles.number}>
                {t(`table.${head}`)}
              </th>
            ))}
            <th scope="col">{t('table.stays')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{monthName(month.month)}</th>
              <td className={styles.number}>{month.counted}</td>
              <td className={styles.number}>{month.classA}</td>
              <td className={styles.number}>{month.classB}</td>
              <td className={styles.number}>{month.uncounted}</td>
              <td>
                {runsOf(month.days)
                  .map((run) => `${shortDay(run.from)}–${shortDay(run.to)} ${t(`kind.${run.kind}`)}`)
                  .join(' · ') || t('table.none')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
