import { DownloadOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { servicesQuery } from '../api/applicant';
import { type CaseFilters, casesQuery } from '../api/cases';
import { sheetUrl } from '../api/sheets';
import { CaseRows } from '../Cases/CaseRows';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { ConditionsButton } from '../SearchConditions/ConditionsButton';
import styles from './CaseSearch.module.css';
import { CaseSortBar, orderOf } from './CaseSortBar';

/** Staff find a case by number, name, employer or what was applied for, within their rights. */
export default function CaseSearchPage() {
  const { t } = useTexts('review');
  const [search, setSearch] = useSearchParams();
  const { data: catalogue = [] } = useQuery(servicesQuery);
  const q = search.get('q') ?? '';
  const service = search.get('service') ?? undefined;
  const asked = search.getAll('where');
  const where = asked.length > 0 ? asked : undefined;
  const { sort, up } = orderOf(search);
  const filters = { scope: 'work' as const, q, service, where, sort, up };
  const found = useInfiniteQuery(casesQuery(filters));
  const show = (change: Partial<Pick<CaseFilters, 'q' | 'service' | 'where' | 'sort' | 'up'>>) => {
    const next = { q, service, where, sort, up, ...change };
    const query = new URLSearchParams();
    (['q', 'service'] as const).forEach((key) => next[key] && query.set(key, next[key]));
    next.where?.forEach((condition) => query.append('where', condition));
    if (next.sort !== 'filed' || next.up) {
      query.set('sort', next.sort);
      query.set('up', String(next.up));
    }
    setSearch(query);
  };
  return (
    <div className={styles.page}>
      <PageTitle
        title={t('shell:nav.search')}
        extra={
          <Button icon={<DownloadOutlined aria-hidden="true" />} href={sheetUrl('/api/cases/sheet', filters)}>
            {t('common:exportXlsx')}
          </Button>
        }
      />
      <div className={styles.filters}>
        <Input.Search
          key={q}
          className={styles.search}
          defaultValue={q}
          placeholder={t('shell:searchCases')}
          aria-label={t('shell:searchCases')}
          enterButton={t('search.button')}
          onSearch={(text) => show({ q: text.trim() })}
        />
        <Select
          aria-label={t('search.service')}
          popupMatchSelectWidth={false}
          value={service ?? ''}
          options={[
            { value: '', label: t('search.allServices') },
            ...catalogue.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(code) => show({ service: code === '' ? undefined : code, where: undefined })}
        />
        <ConditionsButton service={service} where={where} apply={(next) => show({ where: next })} />
        <CaseSortBar sort={sort} up={up} order={(by, upwards) => show({ sort: by, up: upwards })} />
      </div>
      <CaseRows
        query={found}
        to={(id) => `/work/cases/${id}`}
        empty={<EmptyState title={t('search.none')}>{t('search.noneText')}</EmptyState>}
      />
    </div>
  );
}
