import { expect, it } from 'vitest';
import { daysLeft, monthsOf, runsOf } from './days';

const ledger = {
  year: 2026,
  today: '2026-11-20',
  ranges: [
    { from: '2026-01-30', to: '2026-02-02', kind: 'classA' as const },
    { from: '2026-02-03', to: '2026-02-04', kind: 'uncounted' as const },
  ],
  merged: [{ from: '2026-02-01', to: '2026-02-01' }],
};

it('puts each day into its month with what it is', () => {
  const [january, february] = monthsOf(ledger);
  expect([january?.before, january?.counted, february?.counted, february?.uncounted]).toEqual([3, 2, 2, 2]);
  expect(february?.days[0]).toEqual({ day: '2026-02-01', number: 1, kind: 'classA', merged: true, today: false });
});

it('knows today and what is ahead', () => {
  const months = monthsOf(ledger);
  expect(months[10]?.days[19]).toMatchObject({ today: true, kind: 'absent' });
  expect(months[10]?.days[20]?.kind).toBe('future');
  expect([months[10]?.future, months[11]?.future]).toEqual([false, true]);
  expect(daysLeft('2026-11-20', 2026)).toBe(41);
});

it('has 29 days in a leap year’s February', () => {
  expect(monthsOf({ ...ledger, year: 2028 })[1]?.days).toHaveLength(29);
});

it('reads days in a row as one run and leaves out where nobody was', () => {
  expect(runsOf(monthsOf(ledger)[1]?.days ?? [])).toEqual([
    { from: '2026-02-01', to: '2026-02-02', kind: 'classA' },
    { from: '2026-02-03', to: '2026-02-04', kind: 'uncounted' },
  ]);
});
