import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import type { AnswerBookingRequest, BookingState, ReplyBookingRequest } from './contract';

const at = (id: string) => ({ params: { path: { id } } });

export const familyQuery = queryOptions({
  queryKey: ['family'],
  queryFn: () => answer(client.GET('/api/family')),
});
export const endRelation = (id: string) => answer(client.POST('/api/family/{id}/end', at(id)));

export const ownBookingsQuery = infiniteQueryOptions({
  queryKey: ['bookings', 'own'],
  queryFn: ({ pageParam }) =>
    answer(client.GET('/api/bookings/own', { params: { query: { cursor: pageParam ?? undefined } } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});
export const bookingsQuery = (state: BookingState) =>
  infiniteQueryOptions({
    queryKey: ['bookings', 'asked', state],
    queryFn: ({ pageParam }) =>
      answer(client.GET('/api/bookings', { params: { query: { state, cursor: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
export const calendarQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['bookings', 'calendar', from, to],
    queryFn: () => answer(client.GET('/api/bookings/calendar', { params: { query: { from, to } } })),
  });
export const answerBooking = (id: string, body: AnswerBookingRequest) =>
  answer(client.POST('/api/bookings/{id}/answer', { ...at(id), body }));
export const replyBooking = (id: string, body: ReplyBookingRequest) =>
  answer(client.POST('/api/bookings/{id}/reply', { ...at(id), body }));
export const recordAttendance = (id: string, body: { etag: string; idempotencyKey: string; attended: boolean }) =>
  answer(client.POST('/api/bookings/{id}/attendance', { ...at(id), body }));
