import { DownloadOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { figureCasesQuery } from '../api/figures';
import { sheetUrl } from '../api/sheets';
import { CaseRows } from '../Cases/CaseRows';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import styles from './Dashboard.module.css';
import { backOf, figureCaseFilters } from './places';

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
        crumbs={[{ to: backOf(search), text: t('title') }]}
        extra={
          <Button icon={<DownloadOutlined aria-hidden="true" />} href={sheetUrl('/api/figures/cases/sheet', filters)}>
            {t('common:exportXlsx')}
          </Button>
        }
      />
      <CaseRows
        query={found}
        to={(id) => `/work/cases/${id}`}
        empty={<EmptyState title={t('noCases')}>{t('noCasesText')}</EmptyState>}
      />
    </div>
  );
}
