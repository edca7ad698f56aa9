import type { WaitingChangeDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import styles from './Allotment.module.css';

/** Each change of a place with its reason, latest first. */
export function PlaceHistory({ history }: { history: readonly WaitingChangeDto[] }) {
  const { t } = useTexts('allotment');
  return (
    <ul className={styles.history}>
      {history.toReversed().map((change) => (
        <li key={`${change.at}${change.kind}`}>
          <p>
            <strong>{change.text}</strong> <span className="muted small">{shortInstant(change.at)}</span>
          </p>
          <p className="muted">
            {change.from !== null && change.to !== null && change.from !== change.to
              ? t('history.moved', { from: change.from, to: change.to })
              : change.to !== null
                ? t('history.at', { place: change.to })
                : t('history.left')}
          </p>
          {change.reason && <p>{t('history.because', { reason: change.reason })}</p>}
        </li>
      ))}
    </ul>
  );
}
