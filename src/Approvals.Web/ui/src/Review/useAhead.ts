import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { WorkTaskDto } from '../api/contract';
import { taskQuery } from '../api/work';

/** Reads the tasks ahead that one goes to from here, so that they open at once. */
export function useAhead(task: WorkTaskDto): void {
  const client = useQueryClient();
  const next = task.position?.next;
  const after = task.position?.after;
  useEffect(() => {
    for (const id of new Set([next, after])) {
      if (id) {
        // What cannot be read now is read, and told of, once it is opened.
        client.query(taskQuery(id)).catch(() => undefined);
      }
    }
  }, [client, next, after]);
}
