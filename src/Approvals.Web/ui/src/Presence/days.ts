import type { PresenceDayKind, PresenceLedgerDto } from '../api/contract';

export type DayKind = PresenceDayKind | 'absent' | 'future';

export interface Day {
  /** 2026-11-20 */
  day: string;
  number: number;
  kind: DayKind;
  merged: boolean;
  today: boolean;
}

export interface Month {
  month: number;
  /** How many places are empty before its first day, Monday being the first of a week. */
  before: number;
  days: Day[];
  counted: number;
  classA: number;
  classB: number;
  uncounted: number;
  future: boolean;
}

type Year = Pick<PresenceLedgerDto, 'year' | 'today' | 'ranges' | 'merged'>;

/** The months of a year with what each of their days is. */
export function monthsOf(ledger: Year): Month[] {
  return Array.from({ length: 12 }, (_, index) => monthOf(ledger, index + 1));
}

/** How many days of a year lie after a day. */
export function daysLeft(today: string, year: number): number {
  return Math.max(0, Math.round((Date.UTC(year, 11, 31) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000));
}

function monthOf(ledger: Year, month: number): Month {
  const length = new Date(Date.UTC(ledger.year, month, 0)).getUTCDate();
  const first = new Date(Date.UTC(ledger.year, month - 1, 1)).getUTCDay();
  const days = Array.from({ length }, (_, index) => dayOf(ledger, month, index + 1));
  const count = (...kinds: DayKind[]) => days.filter((day) => kinds.includes(day.kind)).length;
  return {
    month,
    before: (first + 6) % 7,
    days,
    counted: count('classA', 'classB'),
    classA: count('classA'),
    classB: count('classB'),
    uncounted: count('uncounted', 'outside'),
    future: days.every((day) => day.kind === 'future'),
  };
}

function dayOf(ledger: Year, month: number, number: number): Day {
  const day = `${ledger.year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
  const range = ledger.ranges.find((found) => found.from <= day && day <= found.to);
  return {
    day,
    number,
    kind: range?.kind ?? (day > ledger.today ? 'future' : 'absent'),
    merged: ledger.merged.some((found) => found.from <= day && day <= (found.to ?? day)),
    today: day === ledger.today,
  };
}

/** Days of a month in a row, as they are read: 05-01–05-03. */
export function runsOf(days: readonly Day[]): { from: string; to: string; kind: DayKind }[] {
  const runs: { from: string; to: string; kind: DayKind }[] = [];
  days.forEach((day, index) => {
    const last = runs.at(-1);
    if (last && last.kind === day.kind && days[index - 1]?.kind === day.kind) {
      last.to = day.day;
    } else if (day.kind !== 'absent' && day.kind !== 'future') {
      runs.push({ from: day.day, to: day.day, kind: day.kind });
    }
  });
  return runs;
}
