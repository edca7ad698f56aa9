import type { DueDto } from '../api/contract';

export type DueText =
  | { key: 'left'; count: number }
  | { key: 'hours'; count: number }
  | { key: 'today' }
  | { key: 'overdue'; count: number }
  | { key: 'overdueHours'; count: number }
  | { key: 'before'; day: string }
  | { key: 'paused' }
  | { key: 'none' };

/** What the badge says; the state (and so the colour) is the server's alone. */
export function dueText(due: DueDto): DueText {
  if (due.state === 'paused') {
    return { key: 'paused' };
  }
  if (due.hoursLeft !== null) {
    return due.hoursLeft < 0
      ? { key: 'overdueHours', count: -due.hoursLeft }
      : { key: 'hours', count: Math.ceil(due.hoursLeft) };
  }
  if (due.workingDaysLeft === null) {
    return due.dueOn === null ? { key: 'none' } : { key: 'before', day: due.dueOn };
  }
  if (due.workingDaysLeft < 0) {
    return { key: 'overdue', count: -due.workingDaysLeft };
  }
  return due.workingDaysLeft === 0 ? { key: 'today' } : { key: 'left', count: due.workingDaysLeft };
}
