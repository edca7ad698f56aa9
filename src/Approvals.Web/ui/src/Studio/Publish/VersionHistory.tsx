import { Link } from 'react-router';
import type { ServiceVersionDto } from '../../api/contract';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import styles from './Publish.module.css';

/** The versions of the service, the latest first. */
export function VersionHistory({ versions }: { versions: readonly ServiceVersionDto[] }) {
  const { t } = useTexts('publishing');
  const { t: s } = useTexts('studio');
  return (
    <Panel title={t('history')}>
      <ul className={styles.versions}>
        {versions.map((one) => (
          <li key={one.id}>
            <Link to={`/studio/${one.id}/publish`}>
              {s('versionOf', { number: one.number, state: s(`state.${one.state}`) })}
            </Link>
            <span className="muted">{one.effectiveFrom ?? ''}</span>
            <span className="muted">{one.publishedBy ?? one.createdBy ?? t('product')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
