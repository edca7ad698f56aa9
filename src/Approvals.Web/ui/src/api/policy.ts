import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import { fileBody } from './fileBody';

const at = (id: string) => ({ params: { path: { id } } });

export const versionsQuery = queryOptions({
  queryKey: ['policy', 'versions'],
  queryFn: () => answer(client.GET('/api/policy/versions')),
});
/** The whole gate, scenarios and all; asked anew only when somebody asks. */
export const checkQuery = (id: string, hash: string) =>
  queryOptions({
    queryKey: ['policy', 'check', id, hash],
    queryFn: () => answer(client.GET('/api/policy/versions/{id}/check', at(id))),
    staleTime: Infinity,
    retry: false,
  });
export const archiveUrl = (id: string) => `/api/policy/versions/${encodeURIComponent(id)}/archive`;

export const importPackage = (file: File) => answer(client.POST('/api/policy/versions', fileBody(file)));
/** What an author says when a draft is handed over. */
export interface Proposal {
  effectiveFrom: string;
  note: string;
  moveFrom: string | null;
  activities: Record<string, string>;
}
export const submitVersion = (id: string, proposal: Proposal) =>
  answer(client.POST('/api/policy/versions/{id}/submit', { ...at(id), body: proposal }));
export const discardDraft = (id: string) => answer(client.DELETE('/api/policy/versions/{id}', at(id)));
export const publishVersion = (id: string, effectiveFrom: string, etag: string) =>
  answer(client.POST('/api/policy/versions/{id}/publish', { ...at(id), body: { effectiveFrom, etag } }));
export const sendBackVersion = (id: string, reason: string) =>
  answer(client.POST('/api/policy/versions/{id}/send-back', { ...at(id), body: { reason } }));
export const recallVersion = (id: string, reason: string) =>
  answer(client.POST('/api/policy/versions/{id}/recall', { ...at(id), body: { reason } }));
export const retireVersion = (id: string, reason: string) =>
  answer(client.POST('/api/policy/versions/{id}/retire', { ...at(id), body: { reason } }));

/** A way from one version to another, with the places that staff named. */
export interface Way {
  from: string;
  to: string;
  activities: Record<string, string>;
}
export const planQuery = (way: Way) =>
  queryOptions({
    queryKey: ['policy', 'plan', way],
    queryFn: () => answer(client.POST('/api/policy/migrations/plan', { body: way })),
    placeholderData: (before) => before,
    retry: false,
  });
export const trialQuery = (way: Way, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['policy', 'trial', way, cursor ?? ''],
    queryFn: () => answer(client.POST('/api/policy/migrations/trial', { params: { query: { cursor } }, body: way })),
    retry: false,
  });

const beat = 1500;
export const batchesQuery = queryOptions({
  queryKey: ['policy', 'batches'],
  queryFn: () => answer(client.GET('/api/policy/migrations')),
  refetchInterval: ({ state }) => (state.data?.some((batch) => batch.state === 'pending') === true ? beat : false),
});
export const batchCasesQuery = (id: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['policy', 'batches', id, cursor ?? ''],
    queryFn: () =>
      answer(client.GET('/api/policy/migrations/{id}/cases', { params: { path: { id }, query: { cursor } } })),
  });
export const startMigration = (way: Way, reason: string, idempotencyKey: string) =>
  answer(client.POST('/api/policy/migrations', { body: { ...way, reason, idempotencyKey } }));
export const stopMigration = (id: string) => answer(client.POST('/api/policy/migrations/{id}/stop', at(id)));
export const rollBackMigration = (id: string, reason: string) =>
  answer(client.POST('/api/policy/migrations/{id}/rollback', { ...at(id), body: { reason } }));
