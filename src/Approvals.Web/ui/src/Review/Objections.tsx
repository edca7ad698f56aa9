import type { ObjectionDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import styles from './Review.module.css';

/** The objections to rule on. */
export function Objections({ objections }: { objections: ObjectionDto[] }) {
  const { t } = useTexts('review');
  return (
    <Panel dense title={t('objections', { count: objections.length })}>
      <ul className={styles.objections}>
        {objections.map((objection) => (
          <li key={objection.id}>
            <p className="muted">
              {objection.number} · {objection.name} · {objection.contact} · {shortInstant(objection.filedAt)}
            </p>
            <p>{objection.reason}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
