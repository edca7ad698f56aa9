import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import type { FormValues } from './contract';

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: () => answer(client.GET('/api/home')),
});
export const servicesQuery = queryOptions({
  queryKey: ['services'],
  queryFn: () => answer(client.GET('/api/services')),
});
export const guideQuery = (code: string) =>
  queryOptions({
    queryKey: ['services', code],
    queryFn: () => answer(client.GET('/api/services/{code}', { params: { path: { code } } })),
  });
export const checkEligibility = (code: string, answers: FormValues) =>
  answer(client.POST('/api/services/{code}/eligibility', { params: { path: { code } }, body: { answers } }));
export const cardsQuery = queryOptions({
  queryKey: ['cards'],
  queryFn: () => answer(client.GET('/api/cards')),
});
export const letterQuery = (id: string) =>
  queryOptions({
    queryKey: ['letters', id],
    queryFn: () => answer(client.GET('/api/letters/{id}', { params: { path: { id } } })),
  });
export const verifyQuery = (token: string) =>
  queryOptions({
    queryKey: ['verify', token],
    queryFn: () => answer(client.GET('/api/verify/{token}', { params: { path: { token } } })),
    retry: false,
    staleTime: 0,
  });
export const employersQuery = (q: string) =>
  queryOptions({
    queryKey: ['employers', q],
    queryFn: () => answer(client.GET('/api/employers', { params: { query: { q } } })),
    staleTime: 60_000,
    enabled: q.length >= 2,
  });
export const listQuery = (name: string, q: string, service: string | undefined) =>
  queryOptions({
    queryKey: ['lists', name, q, service ?? ''],
    queryFn: () => answer(client.GET('/api/lists/{name}', { params: { path: { name }, query: { q, service } } })),
    staleTime: 60_000,
  });
