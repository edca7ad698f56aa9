import { Link } from 'react-router';
import type { CaseDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { Tag } from '../Layout/Tag';
import styles from './CasePage.module.css';

/** The case that started this one, and those it started. */
export function RelatedPanel({ related, staff }: { related: CaseDto['related']; staff?: boolean }) {
  const { t } = useTexts('cases');
  return (
    <Panel id="related" title={t('related.title')} flush>
      {related.map((other) => (
        <div key={other.id} className={styles.line}>
          <div>
            <Link to={`${staff ? '/work/cases' : '/cases'}/${other.id}`}>
              {other.serviceName} {other.number}
            </Link>
            <p className="muted small">
              {other.relation === 'startedBy' ? t('related.startedBy') : t('related.started', { step: other.stepName })}
              {other.awaited &&
                other.relation === 'started' &&
                other.resultName === null &&
                ` · ${t('related.awaited')}`}
            </p>
          </div>
          <span>
            <Tag>{other.resultName ?? other.stateName}</Tag>
          </span>
        </div>
      ))}
    </Panel>
  );
}
