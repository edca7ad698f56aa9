import type { DueLimitDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import styles from './DuePopover.module.css';

/** The whole in words, and on what it rests: sources, stops with their reasons, extensions, moves by a new notice. */
export function DueBasis({ limit }: { limit: DueLimitDto }) {
  const { t } = useTexts('due');
  return (
    <div className={styles.basis}>
      <p>{limit.text}</p>
      {limit.source && <p>{t('source', { name: limit.name, amount: limit.amount, source: limit.source })}</p>}
      {limit.calendars.length > 0 && <p>{t('calendars', { notices: limit.calendars.join(t('common:listComma')) })}</p>}
      {limit.stops.map((stop) => (
        <p key={stop.from}>
          {t(stop.to === null ? 'stop.open' : 'stop.closed', {
            from: stop.from,
            to: stop.to ?? '',
            count: stop.workingDays,
            reason: stop.reason,
          })}
        </p>
      ))}
      {limit.extensions.map((extension) => (
        <p key={`${extension.on} ${extension.amount}`}>
          {t('extended', { day: extension.on, amount: extension.amount, reason: extension.reason ?? '' })}
        </p>
      ))}
      {limit.moves.map((move) => (
        <p key={`${move.on} ${move.to}`}>
          {t('moved', { day: move.on, from: move.from, to: move.to, because: move.because })}
        </p>
      ))}
    </div>
  );
}
