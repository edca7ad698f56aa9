import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';

const at = (id: string) => ({ params: { path: { id } } });

export const peopleQuery = (q: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['admin', 'people', q, cursor ?? ''],
    queryFn: () => answer(client.GET('/api/admin/people', { params: { query: { q, cursor } } })),
    placeholderData: (before) => before,
  });
export const personRolesQuery = (id: string) =>
  queryOptions({
    queryKey: ['admin', 'people', id, 'roles'],
    queryFn: () => answer(client.GET('/api/admin/people/{id}/roles', at(id))),
  });
export interface NewPerson {
  name: string;
  userName: string;
  email: string;
  kind: 'applicant' | 'staff';
}
export const createPerson = (body: NewPerson) => answer(client.POST('/api/admin/people', { body }));
export const changePerson = (id: string, body: { name: string; email: string; disabled: boolean }) =>
  answer(client.PUT('/api/admin/people/{id}', { ...at(id), body }));
export const unlockPerson = (id: string) => answer(client.POST('/api/admin/people/{id}/unlock', at(id)));
export const resetTwoFactor = (id: string) => answer(client.POST('/api/admin/people/{id}/reset-two-factor', at(id)));
export interface NewRole {
  role: string;
  region: string;
  reason: string;
  from?: string | null;
  to?: string | null;
  organisation?: string | null;
  service?: string | null;
}
export const addRole = (id: string, body: NewRole) =>
  answer(client.POST('/api/admin/people/{id}/roles', { ...at(id), body }));
export const endRole = (id: string, assignmentId: string, body: { reason: string; lastDay: string | null }) =>
  answer(
    client.POST('/api/admin/people/{id}/roles/{assignmentId}/end', { params: { path: { id, assignmentId } }, body }),
  );
export const accessQuery = (id: string, number: string) =>
  queryOptions({
    queryKey: ['admin', 'access', id, number],
    queryFn: () =>
      answer(client.GET('/api/admin/people/{id}/access', { params: { path: { id }, query: { case: number } } })),
    enabled: id !== '' && number !== '',
    retry: false,
  });

export const roleKindsQuery = queryOptions({
  queryKey: ['admin', 'roles'],
  queryFn: () => answer(client.GET('/api/admin/roles')),
  staleTime: 300_000,
});
export const regionsQuery = (parent: string | undefined) =>
  queryOptions({
    queryKey: ['regions', parent ?? ''],
    queryFn: () => answer(client.GET('/api/regions', { params: { query: { parent } } })),
    staleTime: 300_000,
  });
export const organisationsQuery = (q: string) =>
  queryOptions({
    queryKey: ['organisations', q],
    queryFn: () => answer(client.GET('/api/organisations', { params: { query: { q } } })),
    staleTime: 60_000,
  });
export const packagesQuery = queryOptions({
  queryKey: ['admin', 'services'],
  queryFn: () => answer(client.GET('/api/admin/services')),
});
