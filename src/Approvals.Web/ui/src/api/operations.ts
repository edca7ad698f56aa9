import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';

/** How often the page asks anew, in milliseconds. */
export const refreshing = 5000;
const named = (name: string) => ({ params: { path: { name } } });

export const operationsQuery = queryOptions({
  queryKey: ['admin', 'operations'],
  queryFn: () => answer(client.GET('/api/admin/operations')),
});
export const jobHistoryQuery = (name: string) =>
  queryOptions({
    queryKey: ['admin', 'operations', 'jobs', name],
    queryFn: () => answer(client.GET('/api/admin/operations/jobs/{name}', named(name))),
  });
export const scheduleQuery = (words: string) =>
  queryOptions({
    queryKey: ['admin', 'operations', 'schedule', words],
    queryFn: () => answer(client.GET('/api/admin/operations/schedule', { params: { query: { words } } })),
    retry: false,
  });
export const changeSchedule = (name: string, body: { etag: string; words?: string; paused?: boolean }) =>
  answer(client.PUT('/api/admin/operations/jobs/{name}', { ...named(name), body }));
export const runJob = (name: string) => answer(client.POST('/api/admin/operations/jobs/{name}/run', named(name)));
export const stopRun = (name: string) => answer(client.POST('/api/admin/operations/jobs/{name}/stop', named(name)));

export const retentionQuery = queryOptions({
  queryKey: ['admin', 'operations', 'retention'],
  queryFn: () => answer(client.GET('/api/admin/operations/retention')),
});
export const holdCase = (number: string, reason: string) =>
  answer(client.POST('/api/admin/operations/holds', { body: { number, reason } }));
export const liftHold = (number: string) =>
  answer(client.POST('/api/admin/operations/holds/lift', { body: { number } }));
