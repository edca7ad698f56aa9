import { Checkbox } from 'antd';
import type { InboxFilters, InboxRowDto, InboxTab } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import type { Column } from './columns';
import styles from './Inbox.module.css';
import { InboxRow } from './InboxRow';
import { SortHead } from './SortHead';

export interface InboxTableProps {
  rows: InboxRowDto[];
  tab: InboxTab;
  shown: Column[];
  sort: InboxFilters['sort'];
  order: (sort: InboxFilters['sort']) => void;
  current: number;
  setCurrent: (index: number) => void;
  selected: ReadonlySet<string>;
  select: (id: string) => void;
  claim: (id: string) => void;
}

/** A dense table; on a narrow screen each row becomes a card. */
export function InboxTable(props: InboxTableProps) {
  const { t } = useTexts('inbox');
  const { rows, tab, shown, selected, select } = props;
  const headOf = (column: Column, tab: InboxTab) =>
    t(
      column === 'dueOn' && tab !== 'todo'
        ? tab === 'drafts'
          ? 'column.saved'
          : 'column.finished'
        : `column.${column}`,
    );
  const labels = highlightLabels(rows);
  const todo = tab === 'todo';
  const all = rows.every((row) => selected.has(row.taskId));
  const some = rows.some((row) => selected.has(row.taskId));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {todo && (
            <th scope="col">
              <Checkbox
                aria-label={t('selectAll')}
                checked={all}
                indeterminate={some && !all}
                onChange={() =>
                  rows.filter((row) => all || !selected.has(row.taskId)).forEach((row) => select(row.taskId))
                }
              />
            </th>
          )}
          <SortHead
            {...props}
            by={['due']}
            name={t(todo ? 'column.due' : tab === 'drafts' ? 'column.draft' : 'column.outcome')}
          />
          <SortHead {...props} by={['number']} name={t('column.number')} />
          {shown.flatMap((column) =>
            column === 'answers' ? (
              labels.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))
            ) : (
              <SortHead key={column} {...props} by={orders(column, tab)} name={headOf(column, tab)} />
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <InboxRow key={row.taskId} row={row} index={index} labels={labels} {...props} />
        ))}
      </tbody>
    </table>
  );
}

/** The orders a column stands for; pressing it again takes the next. What was done is ordered by when. */
function orders(column: Column, tab: InboxTab): readonly NonNullable<InboxFilters['sort']>[] {
  switch (column) {
    case 'received':
      return tab === 'todo' ? ['newest', 'oldest'] : [];
    case 'dueOn':
      return tab === 'done' ? ['newest', 'oldest'] : [];
    case 'service':
      return ['service'];
    case 'activity':
      return ['activity'];
    default:
      return [];
  }
}

/** The answers that the services show in lists become columns; more than two would not fit. */
function highlightLabels(rows: InboxRowDto[]): string[] {
  return [...new Set(rows.flatMap((row) => row.highlights.map((highlight) => highlight.label)))].slice(0, 2);
}
