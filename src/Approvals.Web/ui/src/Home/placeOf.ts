import type { WaitingDto } from '../api/contract';

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
