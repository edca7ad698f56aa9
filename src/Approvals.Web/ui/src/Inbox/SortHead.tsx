import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import type { InboxFilters, InboxTab } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import styles from './Inbox.module.css';

type Sort = NonNullable<InboxFilters['sort']>;

interface Props {
  tab: InboxTab;
  name: string;
  /** The orders this column stands for; pressing it again takes the next. */
  by: readonly Sort[];
  sort: InboxFilters['sort'];
  order: (sort: InboxFilters['sort']) => void;
}

/** The head of a column that tasks to do, or what was done, can be ordered by; the other tabs are newest first. */
export function SortHead({ tab, name, by, sort = tab === 'done' ? 'newest' : 'due', order }: Props) {
  const { t } = useTexts('inbox');
  if (by.length === 0 || (tab !== 'todo' && !(tab === 'done' && by.includes('newest')))) {
    return <th scope="col">{name}</th>;
  }
  const at = by.indexOf(sort);
  const next = by[(at + 1) % by.length];
  return (
    <th scope="col" aria-sort={at < 0 ? undefined : sort === 'newest' ? 'descending' : 'ascending'}>
      <button
        type="button"
        className={styles.sort}
        title={t('sortBy', { column: name })}
        onClick={() => order(next === (tab === 'done' ? 'newest' : 'due') ? undefined : next)}
      >
        {name} {at >= 0 && (sort === 'newest' ? <ArrowDownOutlined /> : <ArrowUpOutlined />)}
      </button>
    </th>
  );
}
