import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';

const at = (id: string) => ({ params: { path: { id } } });

export const incidentsQuery = queryOptions({
  queryKey: ['admin', 'incidents'],
  queryFn: () => answer(client.GET('/api/admin/incidents')),
});
export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['admin', 'incidents', id],
    queryFn: () => answer(client.GET('/api/admin/incidents/{id}', at(id))),
  });
export interface IncidentKind {
  version: string;
  activity: string;
  code: string;
}
export const stoppedCasesQuery = (kind: IncidentKind, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['admin', 'incidents', 'cases', kind, cursor ?? ''],
    queryFn: () => answer(client.GET('/api/admin/incidents/cases', { params: { query: { ...kind, cursor } } })),
  });
export const retryIncident = (id: string) => answer(client.POST('/api/admin/incidents/{id}/retry', at(id)));
export const skipIncident = (id: string, body: { outcome: string; reason: string }) =>
  answer(client.POST('/api/admin/incidents/{id}/skip', { ...at(id), body }));
export const retryKind = (kind: IncidentKind, idempotencyKey: string) =>
  answer(client.POST('/api/admin/incidents/retry', { body: { ...kind, idempotencyKey } }));

export const placesQuery = (id: string) =>
  queryOptions({
    queryKey: ['admin', 'cases', id, 'move'],
    queryFn: () => answer(client.GET('/api/admin/cases/{id}/move', at(id))),
  });
export interface Move {
  etag: string;
  execution: string;
  to: string;
}
export const previewMove = (id: string, body: Move) =>
  answer(client.POST('/api/admin/cases/{id}/move/preview', { ...at(id), body }));
export const moveCase = (id: string, body: Move & { reason: string; idempotencyKey: string }) =>
  answer(client.POST('/api/admin/cases/{id}/move', { ...at(id), body }));
