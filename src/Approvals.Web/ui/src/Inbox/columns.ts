import { useState } from 'react';
import type { InboxTab } from '../api/contract';

/** The columns that may be left out, in their order; limit and number always stand first. */
export const columns = [
  'service',
  'applicant',
  'employer',
  'answers',
  'activity',
  'received',
  'dueOn',
  'claim',
  'marks',
] as const;
export type Column = (typeof columns)[number];

const kept = 'approvals.columns';
const usual: readonly Column[] = columns.filter((column) => column !== 'received');

/** Of names, those that are columns, in the table's order; the usual ones where there are none. */
export function columnsOf(names: readonly string[]): Column[] {
  const known = columns.filter((column) => names.includes(column));
  return known.length === 0 ? [...usual] : known;
}

/** Who has claimed a task is told of tasks to do alone; a draft has neither answers to show nor marks, and its one time is when it was saved. */
export function shownColumns(chosen: readonly Column[], tab: InboxTab): Column[] {
  const hidden: readonly Column[] =
    tab === 'drafts' ? ['claim', 'answers', 'marks', 'received', 'activity'] : tab === 'todo' ? [] : ['claim'];
  return chosen.filter((column) => !hidden.includes(column));
}

/** The columns chosen last on this device; a view brings its own. */
export function useColumns(): [Column[], (names: readonly string[]) => void] {
  const [chosen, choose] = useState(() => columnsOf((localStorage.getItem(kept) ?? '').split(' ')));
  const set = (names: readonly string[]) => {
    const next = columnsOf(names);
    localStorage.setItem(kept, next.join(' '));
    choose(next);
  };
  return [chosen, set];
}
