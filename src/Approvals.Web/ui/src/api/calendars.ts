import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import type { DateKind } from './contract';
import { fileBody } from './fileBody';

export const calendarsQuery = queryOptions({
  queryKey: ['admin', 'calendars'],
  queryFn: () => answer(client.GET('/api/admin/calendars')),
});
export const calendarDaysQuery = (year: number) =>
  queryOptions({
    queryKey: ['admin', 'calendars', year],
    queryFn: () => answer(client.GET('/api/admin/calendars/{year}', { params: { path: { year } } })),
  });

/** The due dates a revision moved, a page at a time. */
export const movesQuery = (revision: number, kind: DateKind | undefined) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'calendars', 'moves', revision, kind],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        client.GET('/api/admin/calendars/revisions/{revision}', {
          params: { path: { revision }, query: { ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.moves.next ?? undefined,
  });

/** Loads a notice; a dry run only says what would happen. */
export const importCalendar = (file: File, dryRun: boolean) =>
  answer(client.POST('/api/admin/calendars/import', { params: { query: { dryRun } }, ...fileBody(file) }));
