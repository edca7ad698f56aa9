import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useSearchParams } from 'react-router';
import { casesQuery } from '../api/cases';
import cases from '../Cases/Cases.module.css';
import { CaseRow } from '../Home/CasesPanel';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import styles from './CaseSearch.module.css';

/** Staff find a case by number, name, employer or a searchable answer, within their rights. */
export default function CaseSearchPage() {
  const { t } = useTexts('review');
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const found = useInfiniteQuery(casesQuery({ scope: 'work', q }));
  return (
    <div className={styles.page}>
      <PageTitle title={t('shell:nav.search')} />
      <Input.Search
        key={q}
        className={styles.search}
        defaultValue={q}
        placeholder={t('shell:searchCases')}
        aria-label={t('shell:searchCases')}
        enterButton={t('search.button')}
        onSearch={(text) => setSearch(text.trim() === '' ? {} : { q: text.trim() })}
      />
      <QueryView query={found}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return (
            <Panel flush>
              {rows.length === 0 && <EmptyState title={t('search.none')}>{t('search.noneText')}</EmptyState>}
              {rows.map((row) => (
                <div key={row.id} className={cases.row}>
                  <CaseRow summary={row} to={`/work/cases/${row.id}`} />
                </div>
              ))}
              {found.hasNextPage && (
                <p className={cases.more}>
                  <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                    {t('common:more')}
                  </Button>
                </p>
              )}
            </Panel>
          );
        }}
      </QueryView>
    </div>
  );
}
