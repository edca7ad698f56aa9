import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import type { paths } from './generated';

const at = (id: string) => ({ params: { path: { id } } });

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['cases', id], queryFn: () => answer(client.GET('/api/cases/{id}', at(id))) });
export const workCaseQuery = (id: string) =>
  queryOptions({ queryKey: ['cases', id, 'work'], queryFn: () => answer(client.GET('/api/cases/{id}/work', at(id))) });

type CaseQuery = NonNullable<paths['/api/cases']['get']['parameters']['query']>;

export interface CaseFilters {
  scope: 'mine' | 'work';
  state?: 'open' | 'finished';
  q?: string;
  service?: string;
  where?: string[];
  sort?: CaseQuery['sort'];
  up?: boolean;
}

/** The flow of a case as a map. */
export const flowMapQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'map'],
    queryFn: () => answer(client.GET('/api/cases/{id}/map', at(id))),
    staleTime: 30_000,
  });

export const casesQuery = (filter: CaseFilters) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'list', filter],
    queryFn: ({ pageParam }) =>
      answer(client.GET('/api/cases', { params: { query: { ...filter, cursor: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const withdrawCase = (id: string, reason: string) =>
  answer(client.POST('/api/cases/{id}/withdraw', { ...at(id), body: { reason } }));
export const urgeCase = (id: string) => answer(client.POST('/api/cases/{id}/urge', at(id)));
export const sendMessage = (id: string, text: string) =>
  answer(client.POST('/api/cases/{id}/messages', { ...at(id), body: { text } }));
export const supplyDocuments = (id: string, documents: string[]) =>
  answer(client.POST('/api/cases/{id}/supply', { ...at(id), body: { documents } }));
export const fileStatement = (task: string, text: string, idempotencyKey: string) =>
  answer(client.POST('/api/tasks/{id}/statement', { ...at(task), body: { text, idempotencyKey } }));

/** Why a case, or a task of it, is due when it is. */
export const dueReasonQuery = (id: string, task: string | undefined) =>
  queryOptions({
    queryKey: ['cases', id, 'due', task],
    queryFn: () =>
      answer(client.GET('/api/cases/{id}/due', { params: { path: { id }, query: { ...(task && { task }) } } })),
  });
