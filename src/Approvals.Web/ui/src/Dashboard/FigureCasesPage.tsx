import { DownloadOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { figureCasesQuery } from '../api/figures';
import { sheetUrl } from '../api/sheets';
import cases from '../Cases/Cases.module.css';
import { CaseRow } from '../Home/CasesPanel';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import styles from './Dashboard.module.css';
import { addressOf, figureCaseFilters, figureFilters } from './places';

/** The cases that a figure counts. */
export default function FigureCasesPage() {
  const { t } = useTexts('dashboard');
  const [search] = useSearchParams();
  const filters = figureCaseFilters(search);
  const found = useInfiniteQuery(figureCasesQuery(filters));
  const { measure = 'submitted' } = filters;
  return (
    <div className={styles.page}>
      <PageTitle
        title={t('casesOf', { measure: t(`measure.${measure}`) })}
        crumbs={[{ to: addressOf('/work/dashboard', figureFilters(search)), text: t('title') }]}
        extra={
          <Button icon={<DownloadOutlined aria-hidden="true" />} href={sheetUrl('/api/figures/cases/sheet', filters)}>
            {t('common:exportXlsx')}
          </Button>
        }
      />
      <QueryView query={found}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return (
            <Panel flush>
              {rows.length === 0 && <EmptyState title={t('noCases')}>{t('noCasesText')}</EmptyState>}
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
