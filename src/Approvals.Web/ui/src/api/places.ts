import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import { fileBody } from './fileBody';

export const keptRegionsQuery = (parent: string | undefined) =>
  queryOptions({
    queryKey: ['admin', 'regions', parent ?? ''],
    queryFn: () => answer(client.GET('/api/admin/regions', { params: { query: { parent } } })),
    placeholderData: (before) => before,
  });
export const changeRegion = (code: string, body: { nameZh: string; nameEn: string; endsOn: string | null }) =>
  answer(client.PUT('/api/admin/regions/{code}', { params: { path: { code } }, body }));
export const keptOrganisationsQuery = (q: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['admin', 'organisations', q, cursor ?? ''],
    queryFn: () => answer(client.GET('/api/admin/organisations', { params: { query: { q, cursor } } })),
    placeholderData: (before) => before,
  });
export const addOrganisation = (body: { uscc: string; name: string; kind: string; region: string }) =>
  answer(client.POST('/api/admin/organisations', { body }));
export const changeOrganisation = (id: string, body: { etag: string; name: string; region: string; closed: boolean }) =>
  answer(client.PUT('/api/admin/organisations/{id}', { params: { path: { id } }, body }));

/** What can be taken from a file. */
export type PlaceKind = 'regions' | 'organisations';

/** Takes a csv or xlsx file; a dry run only says what would happen. */
export const importPlaces = (kind: PlaceKind, file: File, dryRun: boolean) => {
  const request = { params: { query: { dryRun } }, ...fileBody(file) };
  return kind === 'regions'
    ? answer(client.POST('/api/admin/regions/import', request))
    : answer(client.POST('/api/admin/organisations/import', request));
};
