import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import type { ActRequest, BatchRequest, FormValues, InboxFilters, InboxRowDto, InboxTab } from './contract';

const at = (id: string) => ({ params: { path: { id } } });

export const inboxQuery = (tab: InboxTab, filters: InboxFilters) =>
  infiniteQueryOptions({
    queryKey: ['inbox', tab, filters],
    queryFn: ({ pageParam }) =>
      answer(client.GET('/api/inbox', { params: { query: { tab, ...filters, cursor: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  });
export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id],
    queryFn: () => answer(client.GET('/api/tasks/{id}', at(id))),
    refetchOnWindowFocus: false,
  });

export const claimTask = (id: string) => answer(client.POST('/api/tasks/{id}/claim', at(id)));
export const releaseTask = (id: string) => answer(client.DELETE('/api/tasks/{id}/claim', at(id)));
export const claimNext = ({ service, activity, region, due, q, where }: InboxFilters) =>
  answer(client.POST('/api/inbox/claim-next', { body: { service, activity, region, due, q, where } }));
/** What is said of a document; null takes it back. */
export const tickDocument = (id: string, document: string, ok: boolean | null, reason: string | null) =>
  answer(client.POST('/api/tasks/{id}/ticks', { ...at(id), body: { document, ok, reason } }));

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: () => answer(client.GET('/api/views')),
  staleTime: 300_000,
});
export const saveView = (name: string, query: string, columns: string[]) =>
  answer(client.POST('/api/views', { body: { name, query, columns } }));
export const removeView = (id: string) => answer(client.DELETE('/api/views/{id}', at(id)));

/** The answers by which cases of a service can be found. */
export const searchFieldsQuery = (service: string) =>
  queryOptions({
    queryKey: ['search-fields', service],
    queryFn: () => answer(client.GET('/api/search-fields', { params: { query: { service } } })),
    staleTime: 300_000,
  });
export const doAct = (id: string, act: string, body: ActRequest) =>
  answer(client.POST('/api/tasks/{id}/acts/{act}', { params: { path: { id, act } }, body }));
/** Colleagues who may be brought into a task, or to whom it may be handed on, by a part of their name. */
export const colleaguesQuery = (id: string, q: string, transfer: boolean) =>
  queryOptions({
    queryKey: ['tasks', id, 'colleagues', q, transfer],
    queryFn: () =>
      answer(client.GET('/api/tasks/{id}/colleagues', { params: { path: { id }, query: { q, transfer } } })),
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
/** One act on several tasks; the answer says of each that was not done why. */
export const actTogether = (
  rows: readonly Pick<InboxRowDto, 'taskId' | 'etag'>[],
  act: string,
  idempotencyKey: string,
  more: Pick<BatchRequest, 'opinion' | 'to' | 'people'>,
) =>
  answer(
    client.POST('/api/inbox/batch', {
      body: { tasks: rows.map(({ taskId, etag }) => ({ id: taskId, etag })), act, idempotencyKey, ...more },
    }),
  );
export const reveal = (id: string, path: string, reason: string) =>
  answer(client.POST('/api/tasks/{id}/reveal', { ...at(id), body: { path, reason } }));

/** How the answers to a step's own form stand; nothing is saved. */
export const stepFormQuery = (id: string, values: FormValues) =>
  queryOptions({
    queryKey: ['tasks', id, 'form', values],
    queryFn: async () => ({
      values,
      state: await answer(client.POST('/api/tasks/{id}/form', { ...at(id), body: { values } })),
    }),
    placeholderData: (before) => before,
    staleTime: Infinity,
    retry: false,
  });

export const phrasesQuery = queryOptions({
  queryKey: ['phrases'],
  queryFn: () => answer(client.GET('/api/phrases')),
  staleTime: 300_000,
});
export const addPhrase = (text: string) => answer(client.POST('/api/phrases', { body: { text } }));
export const removePhrase = (id: string) => answer(client.DELETE('/api/phrases/{id}', at(id)));
