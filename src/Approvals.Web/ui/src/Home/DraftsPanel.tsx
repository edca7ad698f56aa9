import { useTexts } from '../i18n/useTexts';
import { Link } from 'react-router';
import type { HomeDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { Panel } from '../Layout/Panel';
import styles from './Home.module.css';

export function DraftsPanel({ drafts }: { drafts: HomeDto['drafts'] }) {
  const { t } = useTexts('home');
  return (
    <Panel title={t('drafts.title')} flush>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id} className={`${styles.row} ${styles.caseHead}`}>
            <Link to={`/apply/${draft.id}`}>{draft.serviceName}</Link>
            <span className="muted">{t('drafts.saved', { at: shortInstant(draft.savedAt) })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
