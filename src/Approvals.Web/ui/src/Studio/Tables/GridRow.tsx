import { memo } from 'react';
import type { TableColumn, TableDifference, TableRule } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { CellInput } from './CellInput';
import { shown } from './cells';
import styles from './Tables.module.css';
import type { Grid } from './useGrid';

interface Props {
  rule: TableRule;
  index: number;
  columns: TableColumn[];
  /** The active column, where this is its row. */
  active: number | undefined;
  left: number;
  right: number;
  grid: Grid | undefined;
  go: Grid['go'];
  begin: Grid['begin'];
  change: TableDifference['rules'][number] | undefined;
  compares: boolean;
  hit: 'decided' | 'matched' | undefined;
  problems: string[] | undefined;
}

/** One rule. Rows away from the active one are drawn again only when they themselves change. */
export const GridRow = memo(
  function GridRow({
    rule,
    index,
    columns,
    active,
    left,
    right,
    grid,
    go,
    begin,
    change,
    compares,
    hit,
    problems,
  }: Props) {
    const { t } = useTexts('tables');
    const firstOutput = columns.findIndex((column) => column.kind === 'output');
    return (
      <div
        role="row"
        aria-rowindex={index + 3}
        className={[styles.row, hit && styles[hit]].filter(Boolean).join(' ')}
        style={{ transform: `translateY(${index * 28}px)` }}
      >
        <span role="rowheader" className={styles.number} title={rule.description ?? undefined}>
          {index + 1}
          {hit && <span className="visually-hidden">{t(`trial.${hit}`)}</span>}
        </span>
        {columns.map((column, place) => {
          const text = rule.texts[place] ?? '';
          const wrong = problems?.find((problem) => problem.startsWith(`${column.label}\n`))?.split('\n')[1];
          const isEdited = active === place && grid?.typed !== undefined;
          return (
            <span
              key={column.key}
              id={`cell-${index}-${place}`}
              role="gridcell"
              aria-colindex={place + 2}
              aria-selected={place >= left && place <= right}
              aria-invalid={wrong !== undefined || undefined}
              title={wrong ?? (text.length > 14 ? text : undefined)}
              className={[
                active === place && styles.active,
                place >= left && place <= right && styles.chosen,
                place === firstOutput && styles.firstOutput,
                column.kind === 'output' && styles.output,
                column.kind === 'input' && (text === '-' || text === '') && styles.any,
                wrong !== undefined && styles.invalid,
                change?.was[column.key] !== undefined && styles.changed,
              ]
                .filter(Boolean)
                .join(' ')}
              onMouseDown={(event) => {
                if (!isEdited) {
                  go(index, place, event.shiftKey);
                }
              }}
              onMouseEnter={(event) => event.buttons === 1 && go(index, place, true)}
              onDoubleClick={() => begin()}
            >
              {isEdited ? <CellInput grid={grid} label={`${index + 1} · ${column.label}`} /> : shown(text, column)}
            </span>
          );
        })}
        {compares && (
          <span role="gridcell" aria-colindex={columns.length + 2} className={styles.was}>
            {change?.added ? <b className={styles.new}>{t('added')}</b> : change && was(change.was)}
          </span>
        )}
      </div>
    );

    function was(texts: Record<string, string>): string {
      return Object.entries(texts)
        .map(([key, text]) => {
          const column = columns.find((known) => known.key === key);
          return t('was', { text: column ? shown(text, column) : text });
        })
        .join(' ');
    }
  },
  (before, after) =>
    before.rule === after.rule &&
    before.index === after.index &&
    before.columns === after.columns &&
    before.left === after.left &&
    before.right === after.right &&
    before.change === after.change &&
    before.compares === after.compares &&
    before.hit === after.hit &&
    before.problems === after.problems &&
    before.grid === undefined &&
    after.grid === undefined,
);
