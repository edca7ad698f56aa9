import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { InboxFilters, InboxRowDto, InboxTab } from '../api/contract';

const tabs: readonly InboxTab[] = ['todo', 'done', 'started', 'copied', 'drafts'];
const keys = ['service', 'activity', 'region', 'due', 'claimed', 'q', 'sort'] as const;

/** Tab and filters live in the address, so that a view can be kept and shared. */
export function useInboxPlace() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab');
  const tab = tabs.find((one) => one === asked) ?? 'todo';
  const filters = useMemo(() => filtersOf(search), [search]);
  const show = (next: InboxTab, change: InboxFilters) => setSearch(queryOf(next, change), { replace: true });
  const showView = (query: string) => setSearch(new URLSearchParams(query), { replace: true });
  return { tab, filters, show, showView };
}

/** The filters that an address holds. */
export function filtersOf(search: URLSearchParams): InboxFilters {
  const where = search.getAll('where');
  return {
    ...Object.fromEntries(keys.flatMap((key) => (search.get(key) ? [[key, search.get(key)]] : []))),
    ...(where.length > 0 ? { where } : {}),
  };
}

/** The address of a tab with filters. */
export function queryOf(tab: InboxTab, filters: InboxFilters): URLSearchParams {
  const query = new URLSearchParams({ tab });
  for (const key of keys) {
    const value = filters[key];
    if (value !== undefined && value !== '') {
      query.set(key, value);
    }
  }
  filters.where?.forEach((condition) => query.append('where', condition));
  return query;
}

/** A view keeps no text that was searched for: it may tell of a person. */
export function viewOf(tab: InboxTab, filters: InboxFilters): string {
  return queryOf(tab, { ...filters, q: undefined }).toString();
}

/** Where each kind of draft is taken up again. */
const drafts: Record<NonNullable<InboxRowDto['draft']>, (id: string) => string> = {
  application: (id) => `/apply/${id}`,
  atCounter: (id) => `/work/counter/apply/${id}`,
  forEmployer: (id) => `/apply/${id}`,
  correction: (id) => `/tasks/${id}/correction`,
  correctionAtCounter: (id) => `/work/counter/correct/${id}`,
};

/** A task is worked on, and one that waits for a signer is looked after; a case that one started, finished or has a copy of is read; a draft is gone on with. */
export function placeOfRow(row: InboxRowDto, tab: InboxTab): string {
  if (row.draft) {
    return drafts[row.draft](row.taskId);
  }
  return tab === 'todo' || row.marks.includes('setAside') ? `/work/tasks/${row.taskId}` : `/work/cases/${row.caseId}`;
}
