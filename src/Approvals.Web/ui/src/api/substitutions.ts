import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';

export const substitutionsQuery = queryOptions({
  queryKey: ['substitutions'],
  queryFn: () => answer(client.GET('/api/substitutions')),
});
export const colleaguesQuery = (person: string, q: string) =>
  queryOptions({
    queryKey: ['substitutions', 'colleagues', person, q],
    queryFn: () => answer(client.GET('/api/substitutions/colleagues', { params: { query: { person, q } } })),
    placeholderData: (before) => before,
  });
export interface NewSubstitution {
  person: string;
  substitute: string;
  from: string;
  to: string;
  reason: string;
  service?: string | null;
}
export const setSubstitute = (body: NewSubstitution) => answer(client.POST('/api/substitutions', { body }));
export const endSubstitution = (id: string) =>
  answer(client.DELETE('/api/substitutions/{id}', { params: { path: { id } } }));
