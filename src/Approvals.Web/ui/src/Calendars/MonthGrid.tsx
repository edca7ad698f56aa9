import type { CalendarDayDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import styles from './Calendars.module.css';
import type { Month } from './months';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** A month as a sheet on the wall: days off and make-up days say so in a word. */
export function MonthGrid({ month, days }: { month: Month; days: CalendarDayDto[] }) {
  const { t } = useTexts('calendars');
  const first = new Date(`${days[0]?.day ?? '2000-01-01'}T00:00:00Z`).getUTCDay();
  return (
    <section className={styles.month} aria-label={t(`month.${month}`)}>
      <h3>{t(`month.${month}`)}</h3>
      <div className={styles.days}>
        {weekdays.map((weekday) => (
          <span key={weekday} className={styles.name} aria-hidden="true">
            {t(`weekday.${weekday}`)}
          </span>
        ))}
        {days.map((day, index) => (
          <span
            key={day.day}
            className={`${styles.day} ${styles[day.kind] ?? ''}`}
            style={index === 0 ? { gridColumnStart: first === 0 ? 7 : first } : undefined}
            title={day.name ?? undefined}
          >
            {Number(day.day.slice(8))}
            {day.kind === 'off' && <small>{t('off')}</small>}
            {day.kind === 'makeUp' && <small>{t('makeUp')}</small>}
          </span>
        ))}
      </div>
    </section>
  );
}
