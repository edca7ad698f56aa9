import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import {
  analysisQuery,
  type DecisionTable,
  tableDifferenceQuery,
  type TableFinding,
  trialQuery,
} from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { useDraft } from '../Shell/DraftContext';
import { ColumnDialog } from './ColumnDialog';
import { EditLine } from './EditLine';
import { FindingsPanel } from './FindingsPanel';
import { RuleBar } from './RuleBar';
import { TableBar } from './TableBar';
import { TableGrid } from './TableGrid';
import styles from './Tables.module.css';
import { TestRow } from './TestRow';
import { useGrid } from './useGrid';
import type { TableEditing } from './useTable';

/** A decision table: the edit line, the grid, the test row, and what the analysis found. */
export function TableDesigner({ table, editing }: { table: DecisionTable; editing: TableEditing }) {
  const { t } = useTexts('tables');
  const { draft, readOnly, undo, redo } = useDraft();
  const [page, setPage] = useState(12);
  const [column, setColumn] = useState<string>();
  const [inputs, setInputs] = useState<string[]>([]);
  const [number, setNumber] = useState<string | null>(null);
  const { send, command, write } = editing;
  const at = [draft.id, draft.hash, table.file, table.decision] as const;
  const analysis = useQuery({ ...analysisQuery(...at), placeholderData: keepPreviousData });
  const difference = useQuery(tableDifferenceQuery(...at)).data;
  const isAsked = number !== null || inputs.some((input) => input !== '');
  const trial = useQuery({ ...trialQuery(...at, inputs, number), enabled: isAsked });
  const moveRule = (row: number, to: number) => {
    const rule = table.rules[row];
    return rule && send([command('table.moveRule', ['rules', rule.key], undefined, to)]);
  };
  const grid = useGrid({
    table,
    readOnly,
    write: (block, rows) => write(table, block, rows),
    moveRule,
    undo,
    redo,
    page,
    first: useSearchParams()[0].get('place'),
  });
  const acceptance = (finding: TableFinding) => ({
    finding: finding.kind,
    rules: finding.ruleKeys,
    ...(finding.ruleKeys.length === 0 && { example: finding.exampleText }),
  });
  const acts = {
    addRule: async (finding: TableFinding) => {
      const columns = table.columns.filter((one) => one.kind === 'input');
      const texts = Object.fromEntries(finding.example.map((value, i) => [columns[i]?.key ?? '', value.text]));
      if (await send([command('table.addRule', ['rules'], { texts })])) {
        grid.go(table.rules.length, 0);
      }
    },
    accept: (finding: TableFinding, reason: string) =>
      send([command('table.accept', ['accepted'], { ...acceptance(finding), reason })]),
    reopen: (finding: TableFinding) => send([command('table.acceptNoMore', ['accepted'], acceptance(finding))]),
    test: (finding: TableFinding) => {
      setNumber(null);
      setInputs(finding.example.map((value) => (value.text === 'null' ? '' : value.text)));
    },
    merge: (finding: TableFinding) => {
      const [first, ...rest] = finding.ruleKeys;
      return first === undefined
        ? undefined
        : send(
            finding.column === null || finding.merged === null
              ? [command('table.removeRules', ['rules'], [first])]
              : [
                  command('table.set', ['rules', first, finding.column], finding.merged),
                  command('table.removeRules', ['rules'], rest),
                ],
          );
    },
    look: (finding: TableFinding) => grid.go((finding.rules[0] ?? 1) - 1, 0),
  };
  return (
    <>
      <TableBar table={table} editing={editing} editColumn={() => setColumn(table.columns[0]?.key ?? '')} />
      <div className={styles.designer}>
        <section className={styles.table} aria-label={t('grid', { name: table.label })}>
          <EditLine table={table} grid={grid} readOnly={readOnly} />
          <TableGrid
            table={table}
            grid={grid}
            difference={difference}
            trial={isAsked ? trial.data : undefined}
            edit={readOnly ? undefined : setColumn}
            measured={setPage}
          />
          {!readOnly && <RuleBar table={table} grid={grid} editing={editing} moveRule={moveRule} />}
          <TestRow
            table={table}
            inputs={inputs}
            setInputs={setInputs}
            number={number}
            setNumber={setNumber}
            trial={isAsked ? trial.data : undefined}
            error={trial.error}
          />
        </section>
        <FindingsPanel analysis={analysis.data} readOnly={readOnly} acts={acts} />
      </div>
      {column !== undefined && (
        <ColumnDialog
          table={table}
          editing={editing}
          chosen={column}
          choose={setColumn}
          close={() => setColumn(undefined)}
        />
      )}
    </>
  );
}
