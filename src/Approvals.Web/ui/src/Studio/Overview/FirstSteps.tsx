import { Link } from 'react-router';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { useDraft } from '../Shell/DraftContext';
import { tabs } from '../tabs';
import styles from './Overview.module.css';

/** A service that was never in force: what to do first, in which order. */
export function FirstSteps() {
  const { t } = useTexts('studio');
  const { draft } = useDraft();
  const steps = tabs.flatMap(({ key }) => (key === 'overview' ? [] : [key]));
  return (
    <Panel title={t('first.title')}>
      <p className="muted">{t('first.text')}</p>
      <ol className={styles.first}>
        <li>
          <strong>{t('first.name')}</strong>
          <p className="muted small">{t('first.nameText')}</p>
        </li>
        {steps.map((key) => (
          <li key={key}>
            <Link to={`/studio/${draft.id}/${key}`}>{t(`tab.${key}`)}</Link>
            <p className="muted small">{t(`first.${key}`)}</p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
