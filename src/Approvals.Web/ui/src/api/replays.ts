import { queryOptions } from '@tanstack/react-query';
import type { components } from './generated';
import { answer, client } from './client';

type Schemas = components['schemas'];
export type ReplayRunDto = Schemas['ReplayRunDto'];
export type ReplayChangeDto = Schemas['ReplayChangeDto'];
export type ReplayedCaseDto = Schemas['ReplayedCaseDto'];
export type ReplayWorkDto = Schemas['ReplayWorkDto'];
export type ReplayVerdict = Schemas['ReplayVerdict'];

const beat = 1500;
const at = (id: string) => ({ params: { path: { id } } });

export const startReplay = (service: string, version: string, idempotencyKey: string, atMost: number, open: boolean) =>
  answer(
    client.POST('/api/policy/services/{code}/replays', {
      params: { path: { code: service } },
      body: { version, idempotencyKey, atMost, open },
    }),
  );
export const cancelReplay = (id: string) => answer(client.DELETE('/api/policy/replays/{id}', at(id)));
/** The latest runs against a version, whoever began them. */
export const replaysQuery = (version: string) =>
  queryOptions({
    queryKey: ['policy', 'replays', 'of', version],
    queryFn: () => answer(client.GET('/api/policy/versions/{id}/replays', at(version))),
  });
/** Says something to a case; `alike`: to every other one too that changes in the same way and has no note yet. */
export const noteReplayedCase = (id: string, place: number, note: string, alike: boolean) =>
  answer(client.PUT('/api/policy/replays/{id}/notes', { ...at(id), body: { place, note, alike } }));
/** A run; asked again while it goes on. */
export const replayQuery = (id: string) =>
  queryOptions({
    queryKey: ['policy', 'replays', id],
    queryFn: () => answer(client.GET('/api/policy/replays/{id}', at(id))),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'pending' ? beat : false),
  });
export const replayedCasesQuery = (id: string, verdict: ReplayVerdict, cursor: string | undefined, played: number) =>
  queryOptions({
    queryKey: ['policy', 'replays', id, 'cases', verdict, cursor ?? '', played],
    queryFn: () =>
      answer(client.GET('/api/policy/replays/{id}/cases', { params: { path: { id }, query: { verdict, cursor } } })),
    placeholderData: (before) => before,
  });
export const replayWorkQuery = (id: string, played: number) =>
  queryOptions({
    queryKey: ['policy', 'replays', id, 'work', played],
    queryFn: () => answer(client.GET('/api/policy/replays/{id}/work', at(id))),
    placeholderData: (before) => before,
  });
export const replayTableUrl = (id: string) => `/api/policy/replays/${encodeURIComponent(id)}/table`;
