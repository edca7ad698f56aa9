import { describe, expect, it } from 'vitest';
import type { DueDayDto } from '../api/contract';
import { monthsOf } from './months';

const day = (on: string): DueDayDto => ({
  day: on,
  kind: 'counted',
  number: 1,
  makeUp: false,
  name: null,
  provisional: false,
});

describe('monthsOf', () => {
  it('makes a sheet of every month touched, from Monday on', () => {
    const sheets = monthsOf([day('2026-09-30'), day('2026-10-01')]);
    expect(sheets.map(({ month, offset, days }) => [month, offset, days.length])).toEqual([
      ['2026-09', 1, 30],
      ['2026-10', 3, 31],
    ]);
    expect(sheets[0]?.days[29]?.of?.number).toBe(1);
    expect(sheets[0]?.days[28]?.of).toBeUndefined();
  });

  it('knows 29 February', () => {
    expect(monthsOf([day('2028-02-29')])[0]?.days.at(-1)?.day).toBe('2028-02-29');
  });

  it('is empty where a limit runs by the clock', () => {
    expect(monthsOf([])).toEqual([]);
  });
});
