import type { WaitingDto } from '../api/contract';

/** Where a clerk at the counter deals with what is asked of somebody they filed for. */
export function placeAtCounter({ action, taskId, caseId }: Pick<WaitingDto, 'action' | 'taskId' | 'caseId'>): string {
  return action === 'state' ? `/work/cases/${caseId}#statement` : `/work/counter/correct/${taskId}`;
}

/** Where a thing that waits is dealt with. */
export function placeOf({ action, taskId, caseId }: Pick<WaitingDto, 'action' | 'taskId' | 'caseId'>): string {
  switch (action) {
    case 'correct':
    case 'fill':
      return `/tasks/${taskId}/correction`;
    case 'state':
      return `/cases/${caseId}#statement`;
    case 'offer':
      return `/cases/${caseId}#waiting`;
    case 'supply':
      return `/cases/${caseId}#promised`;
    default:
      return `/work/tasks/${taskId}`;
  }
}
