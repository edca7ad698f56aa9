import { Checkbox } from 'antd';
import type { InboxRowDto, InboxTab } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import styles from './Inbox.module.css';
import { InboxRow } from './InboxRow';

export interface InboxTableProps {
  rows: InboxRowDto[];
  tab: InboxTab;
  current: number;
  setCurrent: (index: number) => void;
  selected: ReadonlySet<string>;
  select: (id: string) => void;
  claim: (id: string) => void;
}

/** A dense table; on a narrow screen each row becomes a card. */
export function InboxTable(props: InboxTableProps) {
  const { t } = useTexts('inbox');
  const { rows, tab, selected, select } = props;
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
          <th scope="col">{t(todo ? 'column.due' : 'column.outcome')}</th>
          <th scope="col">{t('column.number')}</th>
          <th scope="col">{t('column.service')}</th>
          <th scope="col">{t('column.applicant')}</th>
          <th scope="col">{t('column.employer')}</th>
          {labels.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
          <th scope="col">{t('column.activity')}</th>
          <th scope="col">{t(todo ? 'column.dueOn' : 'column.finished')}</th>
          {todo && <th scope="col">{t('column.claim')}</th>}
          <th scope="col">{t('column.marks')}</th>
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

/** The answers that the services show in lists become columns; more than two would not fit. */
function highlightLabels(rows: InboxRowDto[]): string[] {
  return [...new Set(rows.flatMap((row) => row.highlights.map((highlight) => highlight.label)))].slice(0, 2);
}
