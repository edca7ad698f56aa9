import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';

const at = (id: string) => ({ params: { path: { id } } });

export const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices'],
  queryFn: ({ pageParam }) =>
    answer(client.GET('/api/notices', { params: { query: { cursor: pageParam ?? undefined } } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});
export const noticeQuery = (id: string) =>
  queryOptions({ queryKey: ['notices', id], queryFn: () => answer(client.GET('/api/notices/{id}', at(id))) });
export const fileObjection = (id: string, body: { name: string; contact: string; reason: string }) =>
  answer(client.POST('/api/notices/{id}/objections', { ...at(id), body }));
