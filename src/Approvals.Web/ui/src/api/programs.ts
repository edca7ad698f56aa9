import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: () => answer(client.GET('/api/keys')),
});
export const allKeysQuery = queryOptions({
  queryKey: ['keys', 'all'],
  queryFn: () => answer(client.GET('/api/admin/keys')),
});
export interface NewKey {
  name: string;
  scopes: string[];
  lastDay: string;
  idempotencyKey: string;
}
export const issueKey = (body: NewKey) => answer(client.POST('/api/keys', { body }));
export const revokeKey = (id: string) => answer(client.DELETE('/api/keys/{id}', { params: { path: { id } } }));

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: () => answer(client.GET('/api/webhooks')),
});
export const deliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', id, 'deliveries'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(client.GET('/api/webhooks/{id}/deliveries', { params: { path: { id }, query: { cursor } } })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
export interface NewWebhook {
  name: string;
  url: string;
  events: string[];
  organisation?: string | null;
  idempotencyKey: string;
}
export const makeWebhook = (body: NewWebhook) => answer(client.POST('/api/webhooks', { body }));
export const endWebhook = (id: string) => answer(client.DELETE('/api/webhooks/{id}', { params: { path: { id } } }));
export const tryWebhook = (id: string, idempotencyKey: string) =>
  answer(client.POST('/api/webhooks/{id}/trial', { params: { path: { id } }, body: { idempotencyKey } }));
export const resendDelivery = (id: string) =>
  answer(client.POST('/api/webhook-deliveries/{id}/resend', { params: { path: { id } } }));
