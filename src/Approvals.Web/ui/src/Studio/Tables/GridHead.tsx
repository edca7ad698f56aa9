import { SettingOutlined } from '@ant-design/icons';
import type { DecisionTable, TableColumn, TableDifference } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { listed } from './cells';
import styles from './Tables.module.css';

interface Props {
  table: DecisionTable;
  difference: TableDifference | undefined;
  edit: ((column: string) => void) | undefined;
}

const kinds = ['input', 'output', 'annotation'] as const;

/** Two rows above the rules: what kinds of columns there are, and each column with what it may hold. */
export function GridHead({ table, difference, edit }: Props) {
  const { t } = useTexts('tables');
  const firstOutput = table.columns.findIndex((column) => column.kind === 'output');
  const compares = difference?.number != null;
  return (
    <div role="rowgroup" className={styles.head} data-head="">
      <div role="row" aria-rowindex={1} className={styles.kinds}>
        <span role="columnheader" className={styles.corner}>
          <span className="visually-hidden">{t('rule')}</span>
        </span>
        {kinds.map((kind) => {
          const count = table.columns.filter((column) => column.kind === kind).length;
          const span = count + (kind === 'annotation' && compares ? 1 : 0);
          return span === 0 ? null : (
            <span
              key={kind}
              role="columnheader"
              aria-colspan={span}
              className={styles[`kind${kind}`]}
              style={{ gridColumn: `span ${span}` }}
            >
              {kind === 'annotation' ? t('kind.annotation') : t(`kind.${kind}`, { count })}
            </span>
          );
        })}
      </div>
      <div role="row" aria-rowindex={2} className={styles.names}>
        <span role="columnheader" className={styles.corner} title={table.hitPolicy ?? ''}>
          <b>{table.hitPolicy?.charAt(0)}</b>
        </span>
        {table.columns.map((column, index) => (
          <span
            key={column.key}
            role="columnheader"
            aria-colindex={index + 2}
            className={index === firstOutput ? styles.firstOutput : undefined}
            title={`${column.name}${column.allowedValues ? ` · ${column.allowedValues}` : ''}`}
          >
            <b>{column.label}</b>
            <small>{allowed(column)}</small>
            {edit && (
              <button
                type="button"
                tabIndex={-1}
                aria-label={t('column.edit', { name: column.label })}
                onClick={() => edit(column.key)}
              >
                <SettingOutlined aria-hidden="true" />
              </button>
            )}
          </span>
        ))}
        {compares && (
          <span role="columnheader" aria-colindex={table.columns.length + 2}>
            <b>{t('since', { number: difference.number })}</b>
            <small>{t('changes', { count: difference.rules.length + difference.removed.length })}</small>
          </span>
        )}
      </div>
    </div>
  );

  function allowed(column: TableColumn): string {
    const values = listed(column);
    if (values.length > 0) {
      return values.length <= 3 && column.kind === 'output'
        ? values.map((value) => column.words[value] ?? value).join(' ')
        : t('listed', { count: values.length });
    }
    return column.allowedValues?.replace(/[[\]]/g, '').replace('..', '–') ?? column.type ?? '';
  }
}
