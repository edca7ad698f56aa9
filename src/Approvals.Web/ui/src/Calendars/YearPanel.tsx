import { useQuery } from '@tanstack/react-query';
import type { CalendarDaysDto } from '../api/contract';
import { calendarDaysQuery } from '../api/calendars';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import styles from './Calendars.module.css';
import { MonthGrid } from './MonthGrid';
import { months } from './months';

/** A year, month by month; one without a notice is hatched, for its days may still change. */
export function YearPanel({ year }: { year: number }) {
  const days = useQuery(calendarDaysQuery(year));
  return <QueryView query={days}>{(found) => <Year found={found} />}</QueryView>;
}

function Year({ found: { year, days } }: { found: CalendarDaysDto }) {
  const { t } = useTexts('calendars');
  return (
    <Panel
      id="year"
      title={t('year', { year: year.year })}
      extra={year.provisional ? <Tag tone="warn">{t('provisional')}</Tag> : <Tag tone="ok">{t('loaded')}</Tag>}
    >
      <p className="muted">
        {year.provisional
          ? t('provisionalText', { year: year.year })
          : [year.source, year.notice].filter(Boolean).join(' · ')}
      </p>
      <p>{t('sum', { off: year.daysOff, work: year.workDays, working: year.workingDays })}</p>
      <div className={`${styles.months} ${year.provisional ? (styles.provisional ?? '') : ''}`}>
        {months.map((month) => (
          <MonthGrid key={month} month={month} days={days.filter(({ day }) => Number(day.slice(5, 7)) === month)} />
        ))}
      </div>
      <div className={styles.legend} aria-hidden="true">
        <span>
          <i className={styles.off} /> {t('legend.off')}
        </span>
        <span>
          <i className={styles.makeUp} /> {t('legend.makeUp')}
        </span>
        <span>
          <i className={styles.hatched} /> {t('legend.provisional')}
        </span>
      </div>
    </Panel>
  );
}
