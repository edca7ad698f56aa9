import type { CaseAccessDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { Tag } from '../Layout/Tag';
import styles from '../People/People.module.css';

/** Each reason with what gave it, then every role with what it does for this case. */
export function AccessAnswer({ access }: { access: CaseAccessDto }) {
  const { t } = useTexts('access');
  const words = { person: access.person, number: access.caseNumber };
  return (
    <>
      <Panel title={t(access.mayRead ? 'reads' : 'readsNot', words)}>
        <p className="muted">
          {t('service', { service: access.serviceName })} · {t('region', { region: access.regionName })}
        </p>
        {access.grounds.length > 0 && (
          <>
            <h3>{t('grounds')}</h3>
            <ul className={styles.grounds}>
              {access.grounds.map((ground, index) => (
                <li key={index}>
                  {ground.text}
                  {ground.detail !== null && <p className="muted small">{ground.detail}</p>}
                </li>
              ))}
            </ul>
          </>
        )}
        {access.limits.length > 0 && (
          <>
            <h3>{t('limits')}</h3>
            <ul className={styles.grounds}>
              {access.limits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </>
        )}
      </Panel>
      <Panel title={t('assignments')} flush>
        {access.assignments.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        <ul>
          {access.assignments.map((assignment) => (
            <li key={assignment.id} className={styles.role}>
              <span>{assignment.name}</span>
              <Tag tone={assignment.reach === 'reads' ? 'ok' : 'plain'}>{assignment.text}</Tag>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
