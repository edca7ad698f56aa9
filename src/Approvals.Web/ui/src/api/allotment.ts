import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import { fileBody } from './fileBody';

const at = (id: string) => ({ params: { path: { id } } });

export const listsQuery = queryOptions({
  queryKey: ['allotment', 'lists'],
  queryFn: () => answer(client.GET('/api/waiting-lists')),
});
export const entriesQuery = (list: string) =>
  infiniteQueryOptions({
    queryKey: ['allotment', 'entries', list],
    queryFn: ({ pageParam }) =>
      answer(
        client.GET('/api/waiting-lists/{id}/entries', {
          params: { path: { id: list }, query: { cursor: pageParam ?? undefined } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
export const quotasQuery = (list: string) =>
  queryOptions({
    queryKey: ['allotment', 'quotas', list],
    queryFn: () => answer(client.GET('/api/waiting-lists/{id}/quotas', at(list))),
  });
export interface ThingSearch {
  list?: string;
  q?: string;
  free?: boolean;
}
export const thingsQuery = (search: ThingSearch) =>
  queryOptions({
    queryKey: ['allotment', 'things', search],
    queryFn: () => answer(client.GET('/api/resources', { params: { query: { ...search } } })),
  });
export const placeQuery = (entry: string) =>
  queryOptions({
    queryKey: ['allotment', 'place', entry],
    queryFn: () => answer(client.GET('/api/waiting-entries/{id}', at(entry))),
  });
export const placesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', caseId, 'waiting'],
    queryFn: () => answer(client.GET('/api/cases/{id}/waiting', at(caseId))),
  });

export interface Offer {
  idempotencyKey: string;
  entry: string;
  resource?: string;
  what?: string;
}
export const makeOffer = (list: string, body: Offer) =>
  answer(client.POST('/api/waiting-lists/{id}/offers', { ...at(list), body }));
export const withdrawOffer = (offer: string, reason: string) =>
  answer(client.POST('/api/offers/{id}/withdraw', { ...at(offer), body: { reason } }));
export interface OfferAnswer {
  etag: string;
  idempotencyKey: string;
  accepted: boolean;
  reason?: string;
}
export const answerOffer = (offer: string, body: OfferAnswer) =>
  answer(client.POST('/api/offers/{id}/answer', { ...at(offer), body }));
export const correctPlace = (
  entry: string,
  body: { etag: string; idempotencyKey: string; place: number; reason: string },
) => answer(client.POST('/api/waiting-entries/{id}/place', { ...at(entry), body }));

export interface Named {
  nameZh: string;
  nameEn: string;
}
export const addQuota = (list: string, body: Named & { idempotencyKey: string; total: number }) =>
  answer(client.POST('/api/waiting-lists/{id}/quotas', { ...at(list), body }));
export const changeQuota = (id: string, body: Named & { etag: string; total: number; closed: boolean }) =>
  answer(client.PUT('/api/quotas/{id}', { ...at(id), body }));

export interface Thing extends Named {
  slotMinutes: number;
  capacity?: number;
  about?: string;
}
export const addThing = (body: Thing & { code: string; organisation: string; list?: string }) =>
  answer(client.POST('/api/resources', { body }));
export const changeThing = (id: string, body: Thing & { etag: string; closed: boolean }) =>
  answer(client.PUT('/api/resources/{id}', { ...at(id), body }));
export const freeThing = (id: string, body: { etag: string; reason: string }) =>
  answer(client.POST('/api/resources/{id}/free', { ...at(id), body }));
export const templateUrl = '/api/resources/template';

/** A dry run writes nothing and says what would happen. */
export const importThings = (file: File, to: { organisation: string; list?: string }, dryRun: boolean) => {
  const query = { ...to, dryRun };
  return answer(client.POST('/api/resources/import', { params: { query }, ...fileBody(file) }));
};
