import type { DueDayDto } from '../api/contract';

export interface MonthSheet {
  /** Such as 2026-09. */
  month: string;
  /** How many cells are empty before the first. */
  offset: number;
  /** Every day of the month, with what it is to the limit, if anything. */
  days: { day: string; of: DueDayDto | undefined }[];
}

/** The months that the days of a limit touch, as sheets that begin on Monday. */
export function monthsOf(days: readonly DueDayDto[]): MonthSheet[] {
  const known = new Map(days.map((day) => [day.day, day]));
  return [...new Set(days.map(({ day }) => day.slice(0, 7)))].map((month) => {
    const [year = 0, number = 1] = month.split('-').map(Number);
    const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
    const first = new Date(Date.UTC(year, number - 1, 1)).getUTCDay();
    return {
      month,
      offset: (first + 6) % 7,
      days: Array.from({ length }, (_, index) => {
        const day = `${month}-${String(index + 1).padStart(2, '0')}`;
        return { day, of: known.get(day) };
      }),
    };
  });
}
