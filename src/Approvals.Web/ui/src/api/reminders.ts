import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import type { KeepReminderRequest, WordingRequest } from './contract';

export const remindersQuery = queryOptions({
  queryKey: ['admin', 'reminders'],
  queryFn: () => answer(client.GET('/api/admin/reminders')),
});
export const keepReminder = (code: string, body: KeepReminderRequest) =>
  answer(client.PUT('/api/admin/reminders/{code}', { params: { path: { code } }, body }));

export const messagesQuery = queryOptions({
  queryKey: ['admin', 'messages'],
  queryFn: () => answer(client.GET('/api/admin/messages')),
});
export const keepMessage = (name: string, body: WordingRequest) =>
  answer(client.PUT('/api/admin/messages/{name}', { params: { path: { name } }, body }));
export const previewMessage = (name: string, body: WordingRequest) =>
  answer(client.POST('/api/admin/messages/{name}/preview', { params: { path: { name } }, body }));

export const deadLettersQuery = infiniteQueryOptions({
  queryKey: ['admin', 'dead-letters'],
  queryFn: ({ pageParam }) =>
    answer(client.GET('/api/admin/dead-letters', { params: { query: { cursor: pageParam ?? undefined } } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});
export const resendLetter = (id: string) =>
  answer(client.POST('/api/admin/dead-letters/{id}/resend', { params: { path: { id } } }));

export const ownRemindersQuery = queryOptions({
  queryKey: ['me', 'reminders'],
  queryFn: () => answer(client.GET('/api/me/reminders')),
});
export const switchReminder = (code: string, on: boolean) =>
  answer(client.PUT('/api/me/reminders/{code}', { params: { path: { code } }, body: { on } }));
