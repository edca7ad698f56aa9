import { describe, expect, it } from 'vitest';
import type { TableColumn } from '../../api/tables';
import { blockOf, fromClipboard, listed, shown, toClipboard, typedText, valueText } from './cells';

const column: TableColumn = {
  key: 'c1',
  kind: 'input',
  name: 'way',
  label: 'Way',
  type: 'string',
  allowedValues: '"part-time", "other"',
  default: null,
  words: { 'part-time': '兼职引进' },
};

describe('cells', () => {
  it('are shown with signs and words', () => {
    expect(shown('-', column)).toBe('–');
    expect(shown('"part-time","other"', column)).toBe('兼职引进,other');
    expect(shown('<=60', { ...column, words: {} })).toBe('≤ 60');
    expect(shown('>= 4', column)).toBe('≥ 4');
    expect(shown('>4', column)).toBe('> 4');
  });

  it('know what is allowed', () => expect(listed(column)).toEqual(['part-time', 'other']));

  it('are typed as words and kept as FEEL', () => {
    expect(valueText('兼职引进', column)).toBe('"part-time"');
    expect(valueText('other', column)).toBe('"other"');
    expect(valueText('41', { ...column, type: 'number', allowedValues: null })).toBe('41');
    expect(typedText('"part-time"', column)).toBe('兼职引进');
    expect(typedText('null', column)).toBe('');
  });

  it('go through the clipboard and come back', () => {
    const rows = [
      ['< 30', '"A"', 'one\ntwo'],
      ['-', '"say ""no"""', ''],
    ];
    expect(fromClipboard(toClipboard(rows))).toEqual(rows);
    expect(fromClipboard('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('make blocks of any two corners', () =>
    expect(blockOf({ row: 3, column: 1 }, { row: 1, column: 2 })).toEqual({ top: 1, bottom: 3, left: 1, right: 2 }));
});
