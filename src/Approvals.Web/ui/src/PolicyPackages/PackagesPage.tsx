import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../App/useSession';
import { packagesQuery } from '../api/admin';
import type { PackageDto, ServiceVersionDto } from '../api/contract';
import { versionsQuery } from '../api/policy';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import people from '../People/People.module.css';
import { NewServiceDialog } from '../Studio/NewServiceDialog';
import { ImportDialog } from './ImportDialog';
import styles from './PolicyPackages.module.css';
import { VersionsTable } from './VersionsTable';

/** The studio's list: the services with their versions, and packages that could not be loaded: file, activity and reason. */
export default function PackagesPage() {
  const { t } = useTexts('policy');
  const { areas, today } = useSession();
  const [asked, setAsked] = useState<'import' | 'new'>();
  const { t: s } = useTexts('studio');
  const versions = useQuery(versionsQuery);
  const packages = useQuery(packagesQuery);
  const broken = packages.data?.filter((one) => one.problems.length > 0) ?? [];
  return (
    <div className={people.page}>
      <PageTitle
        title={s('list.title')}
        below={s('list.text')}
        extra={
          <div className={styles.acts}>
            <Link to="/studio/settings">{s('list.settings')}</Link>
            {areas.includes('drafting') && (
              <>
                <Button onClick={() => setAsked('import')}>{t('versions.import')}</Button>
                <Button type="primary" onClick={() => setAsked('new')}>
                  {s('list.new')}
                </Button>
              </>
            )}
          </div>
        }
      />
      {broken.length > 0 && <Broken packages={broken} />}
      <QueryView query={versions}>
        {(found) => (
          <div className={styles.panels}>
            {found.length === 0 && <EmptyState title={t('versions.none')}>{t('versions.noneText')}</EmptyState>}
            {byService(found).map((own) => (
              <Panel key={own.service} flush title={own.name} extra={<span className="muted">{own.service}</span>}>
                <VersionsTable versions={own.versions} today={today} />
              </Panel>
            ))}
          </div>
        )}
      </QueryView>
      {asked === 'import' && <ImportDialog close={() => setAsked(undefined)} />}
      {asked === 'new' && <NewServiceDialog versions={versions.data ?? []} close={() => setAsked(undefined)} />}
    </div>
  );
}

function Broken({ packages }: { packages: PackageDto[] }) {
  const { t } = useTexts('admin');
  return (
    <Panel flush title={t('packages.title')} className={styles.broken}>
      {packages.map((one) => (
        <div key={one.code}>
          <div className={people.package}>
            <strong>{one.name}</strong>
            <span className="muted">{one.code}</span>
            <Tag tone="error">{t('packages.problems', { count: one.problems.length })}</Tag>
          </div>
          <ul className={people.problems}>
            {one.problems.map((problem) => (
              <li key={`${problem.file} ${problem.activity ?? ''} ${problem.reason}`}>
                <code>{[problem.file, problem.activity].filter(Boolean).join(' · ')}</code>
                <p>{problem.reason}</p>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}

/** The versions came sorted by service, the latest first. */
function byService(versions: ServiceVersionDto[]) {
  const services = [...new Set(versions.map((version) => version.service))];
  return services.map((service) => {
    const own = versions.filter((version) => version.service === service);
    return { service, name: (own.find((version) => version.inForce) ?? own[0])?.name ?? service, versions: own };
  });
}
