import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import { fileBody } from './fileBody';
import type { paths } from './generated';

type Body<P extends keyof paths> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer B } } };
}
  ? B
  : never;

export type NewMandate = Body<'/api/mandates'>;
export type NamedPerson = Body<'/api/employers/{id}/people'>;
export type EmployerChange = Body<'/api/employer-desk/{id}/changes'>;
export type CounterFiling = Body<'/api/counter/drafts'>;

const at = (id: string) => ({ params: { path: { id } } });

export const mandatesQuery = queryOptions({
  queryKey: ['mandates'],
  queryFn: () => answer(client.GET('/api/mandates')),
});
export const askMandate = (body: NewMandate) => answer(client.POST('/api/mandates', { body }));
export const revokeMandate = (id: string, reason: string) =>
  answer(client.POST('/api/mandates/{id}/revoke', { ...at(id), body: { reason } }));
export const decideMandate = (id: string, granted: boolean, etag: string, reason: string | null) =>
  answer(client.POST('/api/mandates/{id}/decision', { ...at(id), body: { granted, etag, reason } }));

export const representedQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['represented', id],
    queryFn: ({ pageParam }) =>
      answer(
        client.GET('/api/employers/{id}/people', {
          params: { path: { id }, query: { cursor: pageParam ?? undefined } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.people.next,
  });
export const employerDatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['employer-dates', id],
    queryFn: () => answer(client.GET('/api/employers/{id}/dates', at(id))),
  });
export const namePerson = (employer: string, body: NamedPerson) =>
  answer(client.POST('/api/employers/{id}/people', { ...at(employer), body }));
export const openFor = (represented: string, service: string) =>
  answer(client.POST('/api/represented/{id}/drafts', { ...at(represented), body: { service } }));

export const representationsQuery = queryOptions({
  queryKey: ['representations'],
  queryFn: () => answer(client.GET('/api/representations')),
});
export const answerEmployer = (id: string, agreed: boolean, etag: string) =>
  answer(client.POST('/api/representations/{id}/answer', { ...at(id), body: { agreed, etag } }));

export const employerDeskQuery = (q: string) =>
  queryOptions({
    queryKey: ['employer-desk', 'list', q],
    queryFn: () => answer(client.GET('/api/employer-desk', { params: { query: { q } } })),
  });
export const employerFileQuery = (id: string) =>
  queryOptions({
    queryKey: ['employer-desk', id],
    queryFn: () => answer(client.GET('/api/employer-desk/{id}', at(id))),
  });
export const changeEmployer = (id: string, body: EmployerChange) =>
  answer(client.POST('/api/employer-desk/{id}/changes', { ...at(id), body }));

export const counterQuery = queryOptions({ queryKey: ['counter'], queryFn: () => answer(client.GET('/api/counter')) });
export const slipQuery = (task: string) =>
  queryOptions({
    queryKey: ['counter', 'slip', task],
    queryFn: () => answer(client.GET('/api/counter/slips/{id}', at(task))),
  });
export const fileAtCounter = (body: CounterFiling) => answer(client.POST('/api/counter/drafts', { body }));

export type Proof = 'powerOfAttorney' | 'registration';
export const handInProof = (mandate: string, type: Proof, file: File) =>
  answer(
    client.POST('/api/mandates/{id}/documents', {
      params: { path: { id: mandate }, query: { type } },
      ...fileBody(file),
    }),
  );
export const handInConsent = (represented: string, file: File) =>
  answer(client.POST('/api/represented/{id}/consent', { ...at(represented), ...fileBody(file) }));
