import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import type { DashboardDto } from '../api/contract';
import { dashboardQuery, type FigureFilters } from '../api/figures';
import { sheetUrl } from '../api/sheets';
import { useTexts } from '../i18n/useTexts';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import styles from './Dashboard.module.css';
import { DashboardFilters } from './DashboardFilters';
import { DaysChart } from './DaysChart';
import { Numbers } from './Numbers';
import { PlaceTable } from './PlaceTable';
import { figureFilters } from './places';
import { StepTable } from './StepTable';

/** What a lead's region and services did, and what runs: every figure leads to its cases. */
export default function DashboardPage() {
  const { t } = useTexts('dashboard');
  const [search, setSearch] = useSearchParams();
  const filters = figureFilters(search);
  const figures = useQuery(dashboardQuery(filters));
  const show = (change: FigureFilters) =>
    setSearch(
      Object.fromEntries(
        Object.entries({ ...filters, ...change }).filter((entry): entry is [string, string] => Boolean(entry[1])),
      ),
    );
  return (
    <div className={styles.page}>
      <PageTitle
        title={t('title')}
        below={figures.data && t('period', { from: figures.data.from, to: figures.data.to })}
        extra={
          <Button icon={<DownloadOutlined aria-hidden="true" />} href={sheetUrl('/api/figures/sheet', filters)}>
            {t('common:exportXlsx')}
          </Button>
        }
      />
      <DashboardFilters filters={filters} found={figures.data} show={show} />
      <QueryView query={figures}>
        {(found) => (
          <>
            {found.missing > 0 && (
              <p className={styles.missing} role="status">
                {t('missing', { count: found.missing })}
              </p>
            )}
            <Figures found={found} filters={filters} show={show} />
          </>
        )}
      </QueryView>
    </div>
  );
}

interface Props {
  found: DashboardDto;
  filters: FigureFilters;
  show: (change: FigureFilters) => void;
}

function Figures({ found, filters, show }: Props) {
  const { t } = useTexts('dashboard');
  const asked = { ...filters, from: found.from, to: found.to };
  return (
    <>
      <Numbers figure={found.total} filters={asked} />
      <Panel id="days" title={t('days')}>
        <DaysChart days={found.days} />
      </Panel>
      <Panel id="steps" title={t('steps')} flush>
        <StepTable steps={found.steps} filters={asked} />
      </Panel>
      <div className={styles.pair}>
        <Panel id="regions" title={t('regions')} flush>
          <PlaceTable
            rows={found.regions}
            filters={asked}
            narrow="region"
            choose={(region) => show({ region })}
            chosen={filters.region}
          />
        </Panel>
        <Panel id="services" title={t('services')} flush>
          <PlaceTable
            rows={found.services}
            filters={asked}
            narrow="service"
            choose={(service) => show({ service })}
            chosen={filters.service}
          />
        </Panel>
      </div>
    </>
  );
}
