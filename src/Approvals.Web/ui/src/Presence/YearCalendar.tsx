import { Button } from 'antd';
import { useState } from 'react';
import type { PresenceLedgerDto } from '../api/contract';
import { monthName, shortDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { monthsOf, type Day, type DayKind, type Month } from './days';
import { MonthTable } from './MonthTable';
import styles from './Presence.module.css';

const shown: DayKind[] = ['classA', 'classB', 'uncounted', 'outside', 'absent'];
const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

interface Props {
  ledger: PresenceLedgerDto;
  /** Days that are pointed at in the table of entries. */
  marked: { from: string; to: string } | undefined;
}

/** A year day by day: coloured by what each day counts as, each in words for who does not see it; or the same as a table. */
export function YearCalendar({ ledger, marked }: Props) {
  const { t } = useTexts('presence');
  const [asTable, setAsTable] = useState(false);
  const months = monthsOf(ledger);
  return (
    <Panel
      id="calendar"
      title={t('calendar')}
      extra={
        <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'asCalendar' : 'asTable')}
        </Button>
      }
    >
      {asTable ? (
        <MonthTable months={months} year={ledger.year} />
      ) : (
        <>
          <Legend />
          <div className={styles.months} role="group" aria-label={t('calendarText', { year: ledger.year })}>
            {months.map((month) => (
              <MonthGrid key={month.month} month={month} marked={marked} />
            ))}
          </div>
        </>
      )}
    </Panel>
  );
}

function Legend() {
  const { t } = useTexts('presence');
  return (
    <ul className={styles.legend}>
      {shown.map((kind) => (
        <li key={kind}>
          <i className={`${styles.swatch} ${styles[kind]}`} aria-hidden="true" /> {t(`kind.${kind}`)}
        </li>
      ))}
      <li>
        <i className={`${styles.swatch} ${styles.merged}`} aria-hidden="true" /> {t('kind.merged')}
      </li>
    </ul>
  );
}

function MonthGrid({ month, marked }: { month: Month; marked: Props['marked'] }) {
  const { t } = useTexts('presence');
  return (
    <section className={styles.month} aria-label={monthName(month.month)}>
      <h3>
        {monthName(month.month)}
        <span>{month.future ? t('future') : t('days', { count: month.counted })}</span>
      </h3>
      <ol className={styles.grid} style={{ listStyle: 'none' }}>
        {weekdays.map((day) => (
          <li key={day} className={styles.weekday} aria-hidden="true">
            {t(`weekdays.${day}`)}
          </li>
        ))}
        {month.days.map((day, index) => (
          <DayCell
            key={day.day}
            day={day}
            before={index === 0 ? month.before : 0}
            isMarked={marked !== undefined && marked.from <= day.day && day.day <= marked.to}
          />
        ))}
      </ol>
    </section>
  );
}

function DayCell({ day, before, isMarked }: { day: Day; before: number; isMarked: boolean }) {
  const { t } = useTexts('presence');
  const kind = t(`kind.${day.kind}`);
  const said = `${t(day.merged ? 'dayMerged' : 'day', { day: shortDay(day.day), kind })}${day.today ? ` (${t('today')})` : ''}`;
  const classes = [
    styles.day,
    styles[day.kind],
    day.merged && styles.merged,
    day.today && styles.today,
    isMarked && styles.marked,
  ];
  return (
    <li
      className={classes.filter(Boolean).join(' ')}
      style={before > 0 ? { gridColumnStart: before + 1 } : undefined}
      title={said}
    >
      <span aria-hidden="true">{day.number}</span>
      <span className="visually-hidden">{said}</span>
    </li>
  );
}
