import type { MeetingFilters } from '../api/meeting';

/** How many cases one list holds. */
export const most = 30;

/** A case's id in fewer letters, so that a list of thirty is still an address one can keep. */
export function short(id: string): string {
  const bytes = (id.replaceAll('-', '').match(/../g) ?? []).map((pair) => String.fromCharCode(parseInt(pair, 16)));
  return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The id that was made short; null for anything else. */
export function long(text: string): string | null {
  if (!/^[\w-]{22}$/.test(text)) {
    return null;
  }
  const hex = Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0).toString(16).padStart(2, '0'),
  ).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export interface MeetingPlace extends MeetingFilters {
  cases: string[];
  /** Whether the list is shown; otherwise what one may choose from. */
  list: boolean;
}

/** What an address says. */
export function placeOf(search: URLSearchParams): MeetingPlace {
  const redacted = search.get('redacted');
  return {
    service: search.get('service') ?? undefined,
    activity: search.get('activity') ?? undefined,
    dueBy: search.get('dueBy') ?? undefined,
    redacted: redacted === null ? undefined : redacted === 'true',
    cases: (search.get('cases') ?? '').split('.').flatMap((text) => long(text) ?? []),
    list: search.get('list') === 'meeting',
  };
}

/** The address of a place; of a list that is kept, too. */
export function queryOf({ service, activity, dueBy, redacted, cases, list }: MeetingPlace): URLSearchParams {
  const query = new URLSearchParams();
  if (list) {
    query.set('list', 'meeting');
  }
  Object.entries({ service, activity, dueBy }).forEach(([name, value]) => value && query.set(name, value));
  if (redacted !== undefined) {
    query.set('redacted', String(redacted));
  }
  if (cases.length > 0) {
    query.set('cases', cases.map(short).join('.'));
  }
  return query;
}

/** The same with one case moved by some places. */
export function moved(cases: readonly string[], id: string, by: number): string[] {
  const at = cases.indexOf(id);
  const to = Math.min(Math.max(at + by, 0), cases.length - 1);
  const rest = cases.filter((one) => one !== id);
  return at < 0 ? [...cases] : [...rest.slice(0, to), id, ...rest.slice(to)];
}
