import type { DueDayDto, DueLimitDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import styles from './DuePopover.module.css';
import { monthsOf } from './months';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The days of a limit on sheets of a calendar: the number says which day of the limit it is. */
export function DueMonths({ limit, today }: { limit: DueLimitDto; today: string }) {
  const { t } = useTexts('due');
  if (limit.days.length === 0) {
    return <p className="muted">{t('byClock')}</p>;
  }
  return (
    <>
      <div className={styles.months}>
        {monthsOf(limit.days).map((sheet) => (
          <section key={sheet.month} aria-label={sheet.month}>
            <h3>{t('month', { year: sheet.month.slice(0, 4), month: Number(sheet.month.slice(5)) })}</h3>
            <div className={styles.days}>
              {weekdays.map((weekday) => (
                <span key={weekday} className={styles.name} aria-hidden="true">
                  {t(`weekday.${weekday}`)}
                </span>
              ))}
              {sheet.days.map(({ day, of }, index) => (
                <span
                  key={day}
                  className={classOf(day, of, limit, today)}
                  style={index === 0 ? { gridColumnStart: sheet.offset + 1 } : undefined}
                  title={of?.name ?? undefined}
                >
                  <span>{index + 1}</span>
                  <Below of={of} />
                  {of?.makeUp && <small className={styles.makeUp}>{t('makeUp')}</small>}
                </span>
              ))}
            </div>
          </section>
        ))}
      </div>
      <Legend limit={limit} />
    </>
  );
}

function Below({ of }: { of: DueDayDto | undefined }) {
  const { t } = useTexts('due');
  switch (of?.kind) {
    case 'received':
      return <b>{t('in')}</b>;
    case 'counted':
      return <b>{of.number}</b>;
    case 'off':
      return <em>{t('off')}</em>;
    default:
      return null;
  }
}

function classOf(day: string, of: DueDayDto | undefined, limit: DueLimitDto, today: string): string {
  return [
    styles.day,
    of === undefined ? styles.outside : styles[of.kind],
    of?.provisional ? styles.provisional : '',
    day === today ? styles.today : '',
    day === limit.due.dueOn ? styles.last : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function Legend({ limit }: { limit: DueLimitDto }) {
  const { t } = useTexts('due');
  const has = (test: (day: DueDayDto) => boolean) => limit.days.some(test);
  return (
    <div className={styles.legend} aria-hidden="true">
      <span>
        <i className={styles.counted} /> {t('legend.counted')}
      </span>
      {has((day) => day.kind === 'stopped') && (
        <span>
          <i className={styles.stopped} /> {t('legend.stopped')}
        </span>
      )}
      <span>
        <i className={styles.weekend} /> {t('legend.off')}
      </span>
      {has((day) => day.makeUp) && (
        <span>
          <small className={styles.makeUp}>{t('makeUp')}</small> {t('legend.makeUp')}
        </span>
      )}
      <span>
        <i className={styles.today} /> {t('legend.today')}
      </span>
    </div>
  );
}
