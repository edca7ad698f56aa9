import { useQuery } from '@tanstack/react-query';
import { packagesQuery } from '../api/admin';
import type { PackageDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import styles from '../People/People.module.css';

/** The services, each with what is wrong with its package: file, activity and reason. */
export default function PackagesPage() {
  const { t } = useTexts('admin');
  const packages = useQuery(packagesQuery);
  return (
    <div className={styles.page}>
      <PageTitle title={t('packages.title')} below={t('packages.text')} />
      <QueryView query={packages}>
        {(found) => (
          <Panel flush>
            {found.length === 0 && <EmptyState title={t('packages.none')}>{t('packages.noneText')}</EmptyState>}
            {found.map((one) => (
              <Package key={one.code} one={one} />
            ))}
          </Panel>
        )}
      </QueryView>
    </div>
  );
}

function Package({ one }: { one: PackageDto }) {
  const { t } = useTexts('admin');
  return (
    <>
      <div className={styles.package}>
        <strong>{one.name}</strong>
        <span className="muted">{one.code}</span>
        {one.version > 0 && <span>{t('packages.version', { version: one.version })}</span>}
        {one.effectiveFrom && <span className="muted">{t('packages.since', { day: one.effectiveFrom })}</span>}
        <span className="muted">{t('packages.cases', { count: one.openCases })}</span>
        <Tag tone={one.problems.length === 0 ? 'ok' : 'error'}>
          {one.problems.length === 0 ? t('packages.good') : t('packages.problems', { count: one.problems.length })}
        </Tag>
      </div>
      {one.problems.length > 0 && (
        <ul className={styles.problems}>
          {one.problems.map((problem) => (
            <li key={`${problem.file} ${problem.activity ?? ''} ${problem.reason}`}>
              <code>{[problem.file, problem.activity].filter(Boolean).join(' · ')}</code>
              <p>{problem.reason}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
