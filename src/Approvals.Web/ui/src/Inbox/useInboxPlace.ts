import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { InboxFilters, InboxRowDto, InboxTab } from '../api/contract';

const tabs: readonly InboxTab[] = ['todo', 'done', 'started', 'copied'];
const keys = ['service', 'activity', 'region', 'due', 'claimed', 'q'] as const;

/** Tab and filters live in the address, so that a view can be kept and shared. */
export function useInboxPlace() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab');
  const tab = tabs.find((one) => one === asked) ?? 'todo';
  const filters = useMemo(
    () => Object.fromEntries(keys.flatMap((key) => (search.get(key) ? [[key, search.get(key)]] : []))) as InboxFilters,
    [search],
  );
  const show = (next: InboxTab, change: InboxFilters) => {
    const set = Object.entries(change).filter(([, value]) => value !== undefined && value !== '');
    setSearch({ tab: next, ...(Object.fromEntries(set) as Record<string, string>) }, { replace: true });
  };
  return { tab, filters, show };
}

/** A task is worked on, and one that waits for a signer is looked after; a case that one started, finished or has a copy of is read. */
export function placeOfRow(row: InboxRowDto, tab: InboxTab): string {
  return tab === 'todo' || row.marks.includes('setAside') ? `/work/tasks/${row.taskId}` : `/work/cases/${row.caseId}`;
}
