import { queryOptions } from '@tanstack/react-query';
import type { ProofKind } from './contract';
import { answer, client } from './client';
import { fileBody } from './fileBody';

/** Days as they are entered. */
export interface PresenceDays {
  from: string;
  to: string;
  proofs: ProofKind[];
  employer: string | null;
}

const at = (id: string) => ({ params: { path: { id } } });

/** A year of a ledger; without a person the reader's own. */
export const presenceQuery = (person: string | undefined, year: number | undefined) =>
  queryOptions({
    queryKey: ['presence', person ?? 'own', year ?? 'now'],
    queryFn: () =>
      person === undefined
        ? answer(client.GET('/api/presence', { params: { query: { year } } }))
        : answer(client.GET('/api/presence/people/{id}', { params: { path: { id: person }, query: { year } } })),
    placeholderData: (before) => before,
  });
export const presencePeopleQuery = (year: number | undefined, number: string) =>
  queryOptions({
    queryKey: ['presence', 'people', year ?? 'now', number],
    queryFn: () => answer(client.GET('/api/presence/people', { params: { query: { year, number } } })),
    placeholderData: (before) => before,
  });
export const presenceSheet = (person: string | undefined, year: number) =>
  `/api/presence${person === undefined ? '' : `/people/${person}`}/sheet?year=${year}`;

export const enterPresence = (person: string | undefined, body: PresenceDays) =>
  person === undefined
    ? answer(client.POST('/api/presence/entries', { body }))
    : answer(client.POST('/api/presence/people/{id}/entries', { ...at(person), body }));
export const correctPresence = (id: string, body: Omit<PresenceDays, 'employer'> & { reason: string; etag: string }) =>
  answer(client.POST('/api/presence/entries/{id}/correction', { ...at(id), body }));
export const withdrawPresence = (id: string, reason: string) =>
  answer(client.POST('/api/presence/entries/{id}/withdrawal', { ...at(id), body: { reason } }));
export const confirmPresence = (id: string) => answer(client.POST('/api/presence/entries/{id}/confirmation', at(id)));
export const handInEvidence = (id: string, kind: ProofKind, file: File) =>
  answer(
    client.POST('/api/presence/entries/{id}/documents', {
      params: { path: { id }, query: { kind } },
      ...fileBody(file),
    }),
  );
export const importPresence = (employer: string, file: File, dryRun: boolean) =>
  answer(
    client.POST('/api/employers/{id}/presence', {
      params: { path: { id: employer }, query: { dryRun } },
      ...fileBody(file),
    }),
  );
