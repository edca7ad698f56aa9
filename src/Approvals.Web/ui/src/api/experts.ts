import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import { fileBody } from './fileBody';
import type { ChangeExpertRequest, DrawRequest, NewExpertRequest, OwnDaysAwayRequest } from './contract';

const at = (id: string) => ({ params: { path: { id } } });

export interface ExpertFilters {
  field?: string;
  q?: string;
  closed?: boolean;
  cursor?: string;
}

export const expertsQuery = (filters: ExpertFilters) =>
  queryOptions({
    queryKey: ['experts', 'list', filters],
    queryFn: () => answer(client.GET('/api/experts', { params: { query: { ...filters } } })),
    placeholderData: (before) => before,
  });
export const expertChoicesQuery = queryOptions({
  queryKey: ['experts', 'choices'],
  queryFn: () => answer(client.GET('/api/experts/choices')),
  staleTime: 300_000,
});
/** Accounts of experts that are not in the pool. */
export const poolCandidatesQuery = (q: string) =>
  queryOptions({
    queryKey: ['experts', 'candidates', q],
    queryFn: () => answer(client.GET('/api/experts/candidates', { params: { query: { q } } })),
    placeholderData: (before) => before,
  });
export const addExpert = (body: NewExpertRequest) => answer(client.POST('/api/experts', { body }));
export const changeExpert = (id: string, body: ChangeExpertRequest) =>
  answer(client.PUT('/api/experts/{id}', { ...at(id), body }));

/** What the pool says of the expert who asks. */
export const ownEntryQuery = queryOptions({
  queryKey: ['experts', 'own'],
  queryFn: () => answer(client.GET('/api/experts/me')),
});
export const changeOwnDays = (body: OwnDaysAwayRequest) => answer(client.PUT('/api/experts/me/away', { body }));

/** Takes a csv or xlsx file; a dry run only says what would happen. */
export const importExperts = (file: File, dryRun: boolean) => {
  return answer(client.POST('/api/experts/import', { params: { query: { dryRun } }, ...fileBody(file) }));
};

export const drawQuery = (task: string) =>
  queryOptions({
    queryKey: ['draws', 'task', task],
    queryFn: () => answer(client.GET('/api/tasks/{id}/draw', at(task))),
    refetchInterval: 30_000,
  });
export const caseDrawsQuery = (id: string) =>
  queryOptions({ queryKey: ['draws', 'case', id], queryFn: () => answer(client.GET('/api/cases/{id}/draws', at(id))) });
export const drawExperts = (task: string, body: DrawRequest) =>
  answer(client.POST('/api/tasks/{id}/draw', { ...at(task), body }));
