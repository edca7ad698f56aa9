import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Command } from '../../api/studio';
import { type DecisionTable, tableQuery } from '../../api/tables';
import { useDraft } from '../Shell/DraftContext';
import type { Block } from './cells';

/** A table with what was just written shown at once, and the ways to change it. */
export function useTable(file: string, decision: string) {
  const { draft, edit } = useDraft();
  const query = useQuery(tableQuery(draft.id, draft.hash, file, decision));
  const [written, setWritten] = useState<ReadonlyMap<string, string>>(new Map());
  const path = `decisions/${file}`;
  const table = useMemo(() => query.data && overlaid(query.data, written), [query.data, written]);
  const send = useCallback(
    async (commands: Command[], cells: ReadonlyMap<string, string> = new Map()) => {
      setWritten((known) => new Map([...known, ...cells]));
      const isSaved = await edit(commands);
      setWritten((known) => new Map([...known].filter(([key]) => !cells.has(key))));
      return isSaved;
    },
    [edit],
  );
  const command = useCallback(
    (kind: string, steps: string[], value?: unknown, index?: number): Command => ({
      kind,
      file: path,
      at: [decision, ...steps].map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
      ...(value !== undefined && { value }),
      ...(index !== undefined && { index }),
    }),
    [decision, path],
  );
  /** Writes one text into a block, or rows of texts from its corner on; what goes beyond the last rule becomes new rules. */
  const write = useCallback(
    (shownTable: DecisionTable, block: Block, rows: string[][]) => {
      const columns = shownTable.columns.slice(block.left, block.left + Math.max(...rows.map((row) => row.length)));
      const rules = rows.map((_, i) => shownTable.rules[block.top + i]?.key ?? null);
      const texts = rows.map((row) => row.slice(0, columns.length));
      const cells = new Map(
        texts.flatMap((row, i) =>
          row.map((text, j) => [`${rules[i] ?? ''}\n${columns[j]?.key ?? ''}`, text.trim()] as const),
        ),
      );
      const [rule] = rules;
      const [column] = columns;
      const single = rules.length === 1 && columns.length === 1 && typeof rule === 'string' && column !== undefined;
      return send(
        [
          single
            ? command('table.set', ['rules', rule, column.key], texts[0]?.[0] ?? '')
            : command('table.block', ['rules'], { rules, columns: columns.map((one) => one.key), texts }),
        ],
        cells,
      );
    },
    [command, send],
  );
  return { query, table, send, command, write };
}

export type TableEditing = ReturnType<typeof useTable>;

function overlaid(table: DecisionTable, written: ReadonlyMap<string, string>): DecisionTable {
  if (written.size === 0) {
    return table;
  }
  const places = new Map(table.columns.map((column, index) => [column.key, index]));
  const byRule = new Map<string, [number, string][]>();
  for (const [key, text] of written) {
    const [rule = '', column = ''] = key.split('\n');
    const place = places.get(column);
    if (place !== undefined) {
      byRule.set(rule, [...(byRule.get(rule) ?? []), [place, text]]);
    }
  }
  return {
    ...table,
    rules: table.rules.map((rule) => {
      const changes = byRule.get(rule.key);
      if (changes === undefined) {
        return rule;
      }
      const texts = [...rule.texts];
      changes.forEach(([place, text]) => {
        texts[place] = text;
      });
      return { ...rule, texts };
    }),
  };
}
