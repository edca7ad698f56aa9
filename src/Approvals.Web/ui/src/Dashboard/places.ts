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
export function addressOf(path: string, values: object): string {
  const set = (Object.entries(values) as [string, unknown][]).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const query = new URLSearchParams(set).toString();
  return query === '' ? path : `${path}?${query}`;
}

const narrowed = ['region', 'service'] as const;
const outer = (key: (typeof narrowed)[number]): string => `of.${key}`;

/** The cases behind a figure; what the page around it was narrowed to goes along, so that the way back leads there. */
export function casesOf(filters: FigureFilters, measure: FigureMeasure, more: FigureCaseFilters = {}): string {
  const around = Object.fromEntries(
    narrowed.flatMap((key) => (key in more && more[key] !== filters[key] ? [[outer(key), filters[key] ?? '']] : [])),
  );
  return addressOf('/work/dashboard/cases', { ...filters, ...more, measure, ...around });
}

/** Where one came from to the cases behind a figure. */
export function backOf(search: URLSearchParams): string {
  const asked = figureFilters(search);
  for (const key of narrowed) {
    const before = search.get(outer(key));
    if (before !== null) {
      asked[key] = before === '' ? undefined : before;
    }
  }
  return addressOf('/work/dashboard', asked);
}

/** Of what had a limit, the share that kept it. */
export function keptShare({ limited = 0, late }: { limited?: number; late: number }): string {
  return limited === 0 ? '—' : `${Math.floor((Math.max(0, limited - late) / limited) * 100)} %`;
}
