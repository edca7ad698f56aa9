import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import { fileBody } from './fileBody';

export const dictionariesQuery = queryOptions({
  queryKey: ['admin', 'dictionaries'],
  queryFn: () => answer(client.GET('/api/admin/dictionaries')),
});
export const dictionaryEntriesQuery = (name: string) =>
  queryOptions({
    queryKey: ['admin', 'dictionaries', name],
    queryFn: () => answer(client.GET('/api/admin/dictionaries/{name}', { params: { path: { name } } })),
  });

export interface KeptEntry {
  nameZh: string;
  nameEn: string;
  from: string | null;
  to: string | null;
  etag: string | null;
}
export const keepEntry = (name: string, code: string, body: KeptEntry) =>
  answer(client.PUT('/api/admin/dictionaries/{name}/{code}', { params: { path: { name, code } }, body }));

/** Takes choices from a csv or xlsx file; a dry run only says what would happen. */
export const importEntries = (name: string, file: File, dryRun: boolean) => {
  const request = { params: { path: { name }, query: { dryRun } }, ...fileBody(file) };
  return answer(client.POST('/api/admin/dictionaries/{name}/import', request));
};
