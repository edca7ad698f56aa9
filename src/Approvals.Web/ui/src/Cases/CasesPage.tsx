import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { casesQuery } from '../api/cases';
import { CaseRow } from '../Home/CasesPanel';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import styles from './Cases.module.css';

/** The reader's own cases, running or finished. */
export default function CasesPage() {
  const { t } = useTexts('cases');
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') === 'finished' ? 'finished' : 'open';
  const cases = useInfiniteQuery(casesQuery({ scope: 'mine', state }));
  return (
    <>
      <PageTitle
        title={t('title')}
        extra={
          <Segmented
            value={state}
            onChange={(value) => setSearch({ state: value })}
            options={[
              { value: 'open', label: t('open') },
              { value: 'finished', label: t('finished') },
            ]}
          />
        }
      />
      <QueryView query={cases}>
        {(found) => {
          const rows = found.pages.flatMap((page) => page.items);
          return (
            <Panel flush>
              {rows.length === 0 ? (
                <EmptyState
                  title={t(state === 'open' ? 'noneOpen' : 'noneFinished')}
                  actions={<Link to="/services">{t('home:waiting.apply')}</Link>}
                >
                  {t('noneText')}
                </EmptyState>
              ) : (
                <ul>
                  {rows.map((row) => (
                    <li key={row.id} className={styles.row}>
                      <CaseRow summary={row} />
                    </li>
                  ))}
                </ul>
              )}
              {cases.hasNextPage && (
                <p className={styles.more}>
                  <Button loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
                    {t('common:more')}
                  </Button>
                </p>
              )}
            </Panel>
          );
        }}
      </QueryView>
    </>
  );
}
