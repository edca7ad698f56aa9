import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import type { DecisionTable } from '../../api/tables';
import { type Block, blockOf, fromClipboard, type Place, toClipboard } from './cells';

interface Options {
  table: DecisionTable;
  readOnly: boolean;
  write: (block: Block, rows: string[][]) => unknown;
  moveRule: (row: number, to: number) => unknown;
  undo: () => unknown;
  redo: () => unknown;
  /** How many rows fit on the screen. */
  page: number;
  /** The rule that is chosen at first; the first one where there is none of that key. */
  first: string | null;
}

/** What is chosen and edited in a grid, and the keys of spreadsheets. */
export function useGrid({ table, readOnly, write, moveRule, undo, redo, page, first }: Options) {
  const [{ active, anchor }, choose] = useState<{ active: Place; anchor?: Place }>(() => ({
    active: {
      row: Math.max(
        0,
        table.rules.findIndex(({ key }) => key === first),
      ),
      column: 0,
    },
  }));
  const [typed, setTyped] = useState<string>();
  const last = { row: Math.max(0, table.rules.length - 1), column: Math.max(0, table.columns.length - 1) };
  const place = { row: Math.min(active.row, last.row), column: Math.min(active.column, last.column) };
  const block = blockOf(place, anchor ?? place);
  const text = table.rules[place.row]?.texts[place.column] ?? '';
  const go = (row: number, column: number, extend = false) => {
    const next = { row: Math.min(last.row, Math.max(0, row)), column: Math.min(last.column, Math.max(0, column)) };
    choose((known) => ({ active: next, anchor: extend ? (known.anchor ?? known.active) : undefined }));
    setTyped(undefined);
  };
  const begin = (first?: string) => {
    if (!readOnly && table.rules.length > 0) {
      choose({ active: place });
      setTyped(first ?? text);
    }
  };
  const commit = (rows = 0, columns = 0) => {
    if (typed !== undefined && typed.trim() !== text) {
      write(blockOf(place, place), [[typed]]);
    }
    go(place.row + rows, place.column + columns);
  };
  const cancel = () => setTyped(undefined);
  const chosen = () =>
    table.rules.slice(block.top, block.bottom + 1).map((rule) => rule.texts.slice(block.left, block.right + 1));
  const clear = () =>
    write(
      block,
      chosen().map((row) => row.map(() => '')),
    );
  const fillDown = () => {
    const rows = chosen();
    const [first] =
      block.top === block.bottom ? [table.rules[block.top - 1]?.texts.slice(block.left, block.right + 1)] : rows;
    if (first !== undefined) {
      write(
        block,
        rows.map(() => [...first]),
      );
    }
  };
  const onControl = (key: string, shift: boolean): boolean => {
    const acts: Record<string, () => unknown> = readOnly ? {} : { d: fillDown, z: shift ? redo : undo, y: redo };
    const ways: Record<string, () => unknown> = {
      a: () => {
        choose({ active: { row: 0, column: 0 }, anchor: last });
      },
      home: () => go(0, 0, shift),
      end: () => go(last.row, last.column, shift),
      arrowup: () => go(0, place.column, shift),
      arrowdown: () => go(last.row, place.column, shift),
    };
    const act = acts[key] ?? ways[key];
    act?.();
    return act !== undefined;
  };
  const onPlain = (key: string, shift: boolean): boolean => {
    const steps: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-page, 0],
      PageDown: [page, 0],
      Home: [0, -last.column],
      End: [0, last.column],
    };
    const step = steps[key];
    if (step !== undefined) {
      go(place.row + step[0], place.column + step[1], shift);
    } else if (key === 'Enter' || key === 'F2') {
      begin();
    } else if ((key === 'Delete' || key === 'Backspace') && !readOnly) {
      clear();
    } else if (key.length === 1 && !readOnly) {
      begin(key);
    } else {
      return false;
    }
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey: shift } = event;
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) {
      return;
    }
    const atEdge = shift
      ? place.column === 0 && place.row === 0
      : place.column === last.column && place.row === last.row;
    if (key === 'Tab' && !atEdge) {
      const next = place.row * (last.column + 1) + place.column + (shift ? -1 : 1);
      go(Math.floor(next / (last.column + 1)), next % (last.column + 1));
      event.preventDefault();
    } else if (event.altKey && !readOnly && (key === 'ArrowUp' || key === 'ArrowDown')) {
      const to = place.row + (key === 'ArrowUp' ? -1 : 1);
      if (to >= 0 && to <= last.row) {
        moveRule(place.row, to);
        go(to, place.column);
      }
      event.preventDefault();
    } else if (
      event.ctrlKey || event.metaKey ? onControl(key.toLowerCase(), shift) : key !== 'Tab' && onPlain(key, shift)
    ) {
      event.preventDefault();
    }
  };
  const onCopy = (event: ClipboardEvent) => {
    if (event.target === event.currentTarget || typed === undefined) {
      event.clipboardData.setData('text/plain', toClipboard(chosen()));
      event.preventDefault();
    }
  };
  const onCut = (event: ClipboardEvent) => {
    onCopy(event);
    if (!readOnly && typed === undefined) {
      clear();
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    if (readOnly || typed !== undefined) {
      return;
    }
    const rows = fromClipboard(event.clipboardData.getData('text/plain'));
    const [first] = rows;
    const isOne = rows.length === 1 && first?.length === 1;
    write(block, isOne ? chosen().map((row) => row.map(() => first[0] ?? '')) : rows);
    event.preventDefault();
  };
  return {
    place,
    /** Another object with every step, also one that ends where it began. */
    step: active,
    block,
    text,
    typed,
    setTyped,
    go,
    begin,
    commit,
    cancel,
    fillDown,
    onKeyDown,
    onCopy,
    onCut,
    onPaste,
  };
}

export type Grid = ReturnType<typeof useGrid>;
