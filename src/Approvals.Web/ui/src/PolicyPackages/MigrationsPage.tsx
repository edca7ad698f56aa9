import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { batchesQuery, versionsQuery } from '../api/policy';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import people from '../People/People.module.css';
import { Batch } from './Batch';
import { ChooseVersions } from './ChooseVersions';
import { MigrationPlan } from './MigrationPlan';
import styles from './PolicyPackages.module.css';

/** Moving cases under way to another version: choose, see where each step goes, try, start; and what became of earlier batches. */
export default function MigrationsPage() {
  const { t } = useTexts('policy');
  const [search, setSearch] = useSearchParams();
  const versions = useQuery(versionsQuery);
  const batches = useQuery(batchesQuery);
  const from = search.get('from') ?? '';
  const to = search.get('to') ?? '';
  return (
    <div className={people.page}>
      <PageTitle title={t('migration.title')} below={t('migration.text')} />
      <div className={styles.panels}>
        <QueryView query={versions}>
          {(found) => (
            <Panel>
              <ChooseVersions versions={found} from={from} to={to} choose={(way) => setSearch(way)} />
            </Panel>
          )}
        </QueryView>
        {from !== '' && to !== '' && <MigrationPlan key={`${from} ${to}`} from={from} to={to} />}
        <QueryView query={batches}>
          {(found) => (
            <Panel flush title={t('batch.list')}>
              {found.length === 0 && <EmptyState title={t('batch.none')}>{t('batch.noneText')}</EmptyState>}
              {found.map((batch) => (
                <Batch key={batch.id} batch={batch} />
              ))}
            </Panel>
          )}
        </QueryView>
      </div>
    </div>
  );
}
