import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import type { ComplaintOutcome, ComplaintTopic, DataField } from './contract';

const at = (id: string) => ({ params: { path: { id } } });

export const feedbackQuery = (id: string) =>
  queryOptions({
    queryKey: ['feedback', id],
    queryFn: () => answer(client.GET('/api/feedback', { params: { query: { case: id } } })),
  });
export const rateCase = (id: string, body: { level: number; text: string | null; named: boolean }) =>
  answer(client.POST('/api/cases/{id}/rating', { ...at(id), body }));
export const complain = (id: string, body: { topic: ComplaintTopic; text: string; idempotencyKey: string }) =>
  answer(client.POST('/api/cases/{id}/complaints', { ...at(id), body }));

export const deskQuery = (done: boolean) =>
  infiniteQueryOptions({
    queryKey: ['desk', 'feedback', done],
    queryFn: ({ pageParam }) =>
      answer(client.GET('/api/work/feedback', { params: { query: { done, cursor: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
export const contactAbout = (id: string, etag: string, note: string) =>
  answer(client.POST('/api/work/feedback/{id}/contact', { ...at(id), body: { etag, note } }));
export const answerFeedback = (id: string, etag: string, text: string, outcome: ComplaintOutcome | null) =>
  answer(client.POST('/api/work/feedback/{id}/answer', { ...at(id), body: { etag, text, outcome } }));

export const myDataQuery = queryOptions({ queryKey: ['my-data'], queryFn: () => answer(client.GET('/api/me/data')) });
export interface NewCorrection {
  field: DataField;
  value: string;
  reason: string;
  identifierKind: string | null;
}
export const correctData = (body: NewCorrection) => answer(client.POST('/api/me/data/corrections', { body }));
export const eraseData = (reason: string) => answer(client.POST('/api/me/data/erasure', { body: { reason } }));
export const withdrawRequest = (id: string) => answer(client.DELETE('/api/me/data/requests/{id}', at(id)));
export const withdrawConsent = (id: string) => answer(client.DELETE('/api/me/data/consents/{id}', at(id)));

export const dataRequestsQuery = (done: boolean) =>
  infiniteQueryOptions({
    queryKey: ['desk', 'data', done],
    queryFn: ({ pageParam }) =>
      answer(client.GET('/api/work/data-requests', { params: { query: { done, cursor: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
export const decideRequest = (id: string, etag: string, granted: boolean, reason: string) =>
  answer(client.POST('/api/work/data-requests/{id}/decide', { ...at(id), body: { etag, granted, reason } }));

export const newsQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['news', unread],
    queryFn: ({ pageParam }) =>
      answer(client.GET('/api/news', { params: { query: { unread, cursor: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
export const markNews = (id: string) => answer(client.POST('/api/news/{id}/read', at(id)));
export const markAllNews = () => answer(client.POST('/api/news/read'));

export const pickUpLetter = (id: string, receivedBy: string) =>
  answer(client.POST('/api/letters/{id}/pick-up', { ...at(id), body: { receivedBy } }));
export const verifyLetterQuery = (token: string) =>
  queryOptions({
    queryKey: ['verify', 'letters', token],
    queryFn: () => answer(client.GET('/api/verify/letters/{token}', { params: { path: { token } } })),
    retry: false,
    staleTime: 0,
  });
