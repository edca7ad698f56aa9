import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';

const at = (id: string) => ({ params: { path: { id } } });
const progressEvery = 1000;

export const teamQuery = queryOptions({ queryKey: ['team'], queryFn: () => answer(client.GET('/api/team')) });
export const teamTasksQuery = (person: string | undefined, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['team', 'tasks', person ?? '', cursor ?? ''],
    queryFn: () => answer(client.GET('/api/team/tasks', { params: { query: { person, cursor } } })),
  });
export const receiversQuery = (task: string) =>
  queryOptions({
    queryKey: ['team', 'receivers', task],
    queryFn: () => answer(client.GET('/api/team/tasks/{id}/receivers', at(task))),
  });
export interface Reassignment {
  etag: string;
  idempotencyKey: string;
  reason: string;
  to: string | null;
}
export const reassign = (task: string, body: Reassignment) =>
  answer(client.POST('/api/team/tasks/{id}/reassign', { ...at(task), body }));
export const handoverQuery = (person: string, to: string | undefined) =>
  queryOptions({
    queryKey: ['team', 'handover', person, to ?? ''],
    queryFn: () =>
      answer(client.GET('/api/team/people/{id}/handover', { params: { path: { id: person }, query: { to } } })),
  });
export const handOver = (person: string, body: { idempotencyKey: string; reason: string; to: string | null }) =>
  answer(client.POST('/api/team/people/{id}/handover', { ...at(person), body }));

/** How far a batch is; looked at every second until it is done. */
export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['batches', id],
    queryFn: () => answer(client.GET('/api/batches/{id}', at(id))),
    refetchInterval: (query) => (query.state.data?.left === 0 ? false : progressEvery),
  });
