import type { TableColumn } from '../../api/tables';

/** A place in the grid: rule and column, from 0. */
export interface Place {
  row: number;
  column: number;
}

/** A block of cells between two corners. */
export interface Block {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export const blockOf = (from: Place, to: Place): Block => ({
  top: Math.min(from.row, to.row),
  bottom: Math.max(from.row, to.row),
  left: Math.min(from.column, to.column),
  right: Math.max(from.column, to.column),
});

/** A cell as people read it: signs and words in the place of codes. What is edited is the text itself. */
export function shown(text: string, column: TableColumn): string {
  if (column.kind === 'annotation') {
    return text;
  }
  if (column.kind === 'input' && (text === '-' || text === '')) {
    return '–';
  }
  return text
    .replace(/"((?:\\.|[^"\\])*)"/g, (_, code: string) => column.words[code] ?? code)
    .replace(/<=\s*/g, '≤ ')
    .replace(/>=\s*/g, '≥ ')
    .replace(/([<>])(?=\S)(?!=)/g, '$1 ')
    .replace(/\s+/g, ' ')
    .replace(/^true$/, '✓')
    .replace(/^false$/, '✗');
}

/** The texts that are allowed in a column, where they are listed. */
export function listed(column: TableColumn): string[] {
  const allowed = column.allowedValues ?? '';
  return /^\s*"(?:\\.|[^"\\])*"(\s*,\s*"(?:\\.|[^"\\])*")*\s*$/.test(allowed)
    ? [...allowed.matchAll(/"((?:\\.|[^"\\])*)"/g)].map((match) => match[1] ?? '')
    : [];
}

/** What somebody typed for a value of a column, as FEEL: texts get their quotes, words become codes. */
export function valueText(typed: string, column: TableColumn): string {
  const text = typed.trim();
  if (text === '' || text === '-' || text === '–') {
    return '';
  }
  const code = Object.entries(column.words).find(([, word]) => word === text)?.[0];
  if (code !== undefined) {
    return JSON.stringify(code);
  }
  if (column.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return `@"${text}"`;
  }
  const isText = column.type === 'string' || listed(column).includes(text);
  return isText && !/^(".*"|null|\[.*\])$/.test(text) ? JSON.stringify(text) : text;
}

/** A value as it is typed, without its quotes. */
export function typedText(value: string, column: TableColumn): string {
  if (value === 'null') {
    return '';
  }
  const quoted = /^@?"((?:[^"\\]|\\.)*)"$/.exec(value)?.[1];
  return quoted === undefined ? value : (column.words[quoted] ?? quoted);
}

/** Rows of texts from what a spreadsheet puts on the clipboard. */
export function fromClipboard(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < body.length; i++) {
    const sign = body.charAt(i);
    if (quoted) {
      if (sign === '"' && body.charAt(i + 1) === '"') {
        cell += '"';
        i++;
      } else if (sign === '"') {
        quoted = false;
      } else {
        cell += sign;
      }
    } else if (sign === '"' && cell === '' && closes(body, i)) {
      quoted = true;
    } else if (sign === '\t' || sign === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\n') {
        rows.push([]);
      }
    } else {
      cell += sign;
    }
  }
  rows.at(-1)?.push(cell);
  return rows;
}

/** Whether a quote at the start of a cell is a spreadsheet's own: it holds a tab, a line or doubled quotes, and ends with the cell. */
function closes(text: string, start: number): boolean {
  const match = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text.slice(start));
  return match !== null && /[\t\n]|""/.test(match[1] ?? '');
}

/** Rows of texts as a spreadsheet takes them from the clipboard. */
export const toClipboard = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[\t\n]/.test(cell) || closes(cell, 0) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\n');
