import { SortAscendingOutlined, SortDescendingOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { CaseFilters } from '../api/cases';
import { useTexts } from '../i18n/useTexts';
import styles from './CaseSearch.module.css';

type Sort = NonNullable<CaseFilters['sort']>;

const sorts: readonly Sort[] = ['filed', 'number', 'due', 'service', 'state'];

interface Props {
  sort: Sort;
  up: boolean;
  order: (sort: Sort, up: boolean) => void;
}

/** By what the cases are ordered and which way; the server puts them in order, of all pages. */
export function CaseSortBar({ sort, up, order }: Props) {
  const { t } = useTexts('review');
  return (
    <span className={styles.sort}>
      <Select
        aria-label={t('search.sort')}
        prefix={<span className="muted">{t('search.sort')}</span>}
        popupMatchSelectWidth={false}
        value={sort}
        options={sorts.map((value) => ({ value, label: t(`search.sorts.${value}`) }))}
        onChange={(value) => order(value, value !== 'filed')}
      />
      <Button
        icon={up ? <SortAscendingOutlined aria-hidden="true" /> : <SortDescendingOutlined aria-hidden="true" />}
        aria-label={t(up ? 'search.ascending' : 'search.descending')}
        title={t(up ? 'search.ascending' : 'search.descending')}
        onClick={() => order(sort, !up)}
      />
    </span>
  );
}

/** The order that an address holds; newest first where it holds none. */
export function orderOf(search: URLSearchParams): { sort: Sort; up: boolean } {
  const asked = search.get('sort');
  return { sort: sorts.find((one) => one === asked) ?? 'filed', up: search.get('up') === 'true' };
}
