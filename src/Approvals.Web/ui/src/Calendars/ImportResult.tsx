import type { CalendarImportDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';
import styles from './Calendars.module.css';

/** What a notice would change, or did; its mistakes by line. */
export function ImportResult({ found }: { found: CalendarImportDto }) {
  const { t } = useTexts('calendars');
  return (
    <div role="status">
      {found.problems.length > 0 && <strong>{t('import.refused', { count: found.problems.length })}</strong>}
      {[...found.problems, ...found.notes].length > 0 && (
        <ul className={styles.findings}>
          {[...found.problems, ...found.notes].map((finding) => (
            <li key={`${finding.line} ${finding.text}`}>
              <span className="muted">{t('import.line', { line: finding.line })}</span> {finding.text}
            </li>
          ))}
        </ul>
      )}
      {found.years.map((year) => (
        <div key={year.year}>
          <strong>{t('year', { year: year.year })}</strong>{' '}
          <span className="muted">{[year.source, year.notice].filter(Boolean).join(' · ')}</span>
          <p>
            {t(year.isKnown ? 'import.known' : found.applied ? 'import.loaded' : 'import.would', {
              count: year.days.length,
            })}
          </p>
          <ul className={styles.findings}>
            {year.days.map((day) => (
              <li key={day.day}>
                {day.day} <Tag tone={day.works ? 'warn' : 'info'}>{t(day.works ? 'legend.makeUp' : 'legend.off')}</Tag>{' '}
                {day.name}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {found.problems.length === 0 && (
        <p>
          {found.moves === null
            ? t('import.datesMany', { open: found.openDates })
            : t('import.dates', { open: found.openDates, moves: found.moves })}
        </p>
      )}
    </div>
  );
}
