import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import type { FormValues } from './contract';

const at = (id: string) => ({ params: { path: { id } } });

export const openDraft = (code: string) =>
  answer(client.POST('/api/services/{code}/drafts', { params: { path: { code } } }));
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['drafts', id],
    queryFn: () => answer(client.GET('/api/drafts/{id}', at(id))),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
export const saveDraft = (id: string, values: FormValues, etag: string) =>
  answer(client.PUT('/api/drafts/{id}', { ...at(id), body: { values, etag } }));
export const deleteDraft = (id: string) => answer(client.DELETE('/api/drafts/{id}', at(id)));
export const checkDraft = (id: string) => answer(client.POST('/api/drafts/{id}/check', at(id)));
export const submitDraft = (id: string, etag: string, idempotencyKey: string) =>
  answer(client.POST('/api/drafts/{id}/submit', { ...at(id), body: { etag, idempotencyKey } }));

export const correctionQuery = (task: string) =>
  queryOptions({
    queryKey: ['correction', task],
    queryFn: () => answer(client.GET('/api/tasks/{id}/correction', at(task))),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
export const saveCorrection = (task: string, values: FormValues, etag: string) =>
  answer(client.PUT('/api/tasks/{id}/correction', { ...at(task), body: { values, etag } }));
export const submitCorrection = (task: string, etag: string, idempotencyKey: string) =>
  answer(client.POST('/api/tasks/{id}/correction/submit', { ...at(task), body: { etag, idempotencyKey } }));
