import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import type { DecisionTable, TableDifference, TableTrial } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import styles from './Tables.module.css';
import type { Grid } from './useGrid';

interface Props {
  table: DecisionTable;
  grid: Grid;
  difference: TableDifference | undefined;
  trial: TableTrial | undefined;
  edit: ((column: string) => void) | undefined;
  measured: (rows: number) => void;
}

const height = 28;
const spare = 8;

/** The rules as a grid; only those on the screen are drawn. */
export function TableGrid({ table, grid, difference, trial, edit, measured }: Props) {
  const { t } = useTexts('tables');
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [view, setView] = useState(600);
  const { row } = grid.place;
  useEffect(() => {
    const box = scroller.current;
    if (box === null) {
      return undefined;
    }
    const observer = new ResizeObserver(() => {
      setView(box.clientHeight);
      measured(Math.max(1, Math.floor(box.clientHeight / height) - 4));
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [measured]);
  useEffect(() => {
    const box = scroller.current;
    const head = box?.querySelector('[data-head]')?.clientHeight ?? 0;
    if (box !== null && row * height < box.scrollTop) {
      box.scrollTop = row * height;
    } else if (box !== null && (row + 1) * height + head > box.scrollTop + box.clientHeight) {
      box.scrollTop = (row + 1) * height + head - box.clientHeight;
    }
  }, [row, grid.step]);
  const changes = useMemo(() => new Map(difference?.rules.map((rule) => [rule.key, rule])), [difference]);
  const tried = useMemo(() => new Map(trial?.rules.map((rule) => [rule.key, rule])), [trial]);
  const problems = useMemo(() => {
    const found = new Map<number, string[]>();
    table.problems.forEach(({ rule, column, text }) => {
      if (rule !== null) {
        found.set(rule, [...(found.get(rule) ?? []), `${column ?? ''}\n${text}`]);
      }
    });
    return found;
  }, [table.problems]);
  const first = Math.max(0, Math.floor(top / height) - spare);
  const drawn = table.rules.slice(first, first + Math.ceil(view / height) + 2 * spare);
  const columns = `44px ${table.columns.map((column) => (column.kind === 'annotation' ? 'minmax(160px, 1.4fr)' : 'minmax(120px, 1fr)')).join(' ')}${difference?.number == null ? '' : ' minmax(96px, 1fr)'}`;
  const least = 44 + table.columns.reduce((sum, column) => sum + (column.kind === 'annotation' ? 160 : 120), 96);
  return (
    <div
      ref={scroller}
      className={styles.grid}
      style={{ '--columns': columns, '--least': `${least}px` } as CSSProperties}
      role="grid"
      tabIndex={0}
      aria-label={t('grid', { name: table.label })}
      aria-rowcount={table.rules.length + 2}
      aria-colcount={table.columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={table.rules.length > 0 ? `cell-${grid.place.row}-${grid.place.column}` : undefined}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={grid.onKeyDown}
      onCopy={grid.onCopy}
      onCut={grid.onCut}
      onPaste={grid.onPaste}
    >
      <GridHead table={table} difference={difference} edit={edit} />
      <div role="rowgroup" className={styles.rows} style={{ height: table.rules.length * height }}>
        {drawn.map((rule, i) => {
          const index = first + i;
          const isIn = index >= grid.block.top && index <= grid.block.bottom;
          return (
            <GridRow
              key={rule.key}
              rule={rule}
              index={index}
              columns={table.columns}
              active={index === row ? grid.place.column : undefined}
              left={isIn ? grid.block.left : -1}
              right={isIn ? grid.block.right : -1}
              grid={index === row ? grid : undefined}
              go={grid.go}
              begin={grid.begin}
              change={changes.get(rule.key)}
              compares={difference?.number != null}
              hit={trial?.decided.includes(rule.key) ? 'decided' : tried.get(rule.key)?.matched ? 'matched' : undefined}
              problems={problems.get(index + 1)}
            />
          );
        })}
      </div>
    </div>
  );
}
