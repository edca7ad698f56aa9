import type { FigureMeasure } from '../api/contract';
import type { FigureCaseFilters, FigureFilters } from '../api/figures';

const keys = ['from', 'to', 'region', 'service'] as const;
const measures: readonly FigureMeasure[] = [
  'submitted',
  'finished',
  'granted',
  'refused',
  'late',
  'running',
  'overdue',
];

/** What figures are asked of, from the address. */
export function figureFilters(search: URLSearchParams): FigureFilters {
  return Object.fromEntries(keys.flatMap((key) => (search.get(key) ? [[key, search.get(key)]] : [])));
}

/** The same with a figure, and the step it is of. */
export function figureCaseFilters(search: URLSearchParams): FigureCaseFilters {
  const asked = search.get('measure');
  const activity = search.get('activity');
  return {
    ...figureFilters(search),
    measure: measures.find((one) => one === asked) ?? 'submitted',
    ...(activity ? { activity } : {}),
  };
}

/** An address with what is set of some values. */
export function addressOf(path: string, values: FigureCaseFilters): string {
  const set = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const query = new URLSearchParams(set).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The cases behind a figure. */
export const casesOf = (filters: FigureFilters, measure: FigureMeasure, more: FigureCaseFilters = {}): string =>
  addressOf('/work/dashboard/cases', { ...filters, ...more, measure });
