import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CaseSummaryDto } from '../api/contract';
import { CaseRow } from '../Home/CasesPanel';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import styles from './Cases.module.css';

interface Props {
  query: {
    data: { pages: { items: CaseSummaryDto[] }[] } | undefined;
    error: unknown;
    refetch: () => unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
  /** Where a case is read; the applicants' page where nothing is said. */
  to?: (id: string) => string;
  /** What stands there when there is none. */
  empty: ReactNode;
}

/** Cases page by page. */
export function CaseRows({ query, to, empty }: Props) {
  const { t } = useTexts('common');
  return (
    <QueryView query={query}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.items);
        return (
          <Panel flush>
            {rows.length === 0 && empty}
            <ul>
              {rows.map((row) => (
                <li key={row.id} className={styles.row}>
                  <CaseRow summary={row} to={to?.(row.id)} />
                </li>
              ))}
            </ul>
            {query.hasNextPage && (
              <p className={styles.more}>
                <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('more')}
                </Button>
              </p>
            )}
          </Panel>
        );
      }}
    </QueryView>
  );
}
