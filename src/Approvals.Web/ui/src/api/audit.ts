import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';

/** What the audit is narrowed to; empty texts narrow nothing. */
export interface AuditSearch {
  from: string;
  to: string;
  actor: string;
  action: string;
  case: string;
}

const given = (search: AuditSearch) => Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''));

export const auditQuery = (search: AuditSearch, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['admin', 'audit', search, cursor ?? ''],
    queryFn: () => answer(client.GET('/api/admin/audit', { params: { query: { ...given(search), cursor } } })),
    placeholderData: (before) => before,
    retry: false,
  });
export const auditArchiveUrl = (search: AuditSearch) =>
  `/api/admin/audit/archive?${new URLSearchParams(given(search)).toString()}`;

export const signInsQuery = (person: string | undefined, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['sign-ins', person ?? '', cursor ?? ''],
    queryFn: () =>
      person === undefined
        ? answer(client.GET('/api/me/sign-ins', { params: { query: { cursor } } }))
        : answer(
            client.GET('/api/admin/people/{id}/sign-ins', { params: { path: { id: person }, query: { cursor } } }),
          ),
    placeholderData: (before) => before,
  });

export const sessionsQuery = (person: string | undefined) =>
  queryOptions({
    queryKey: ['sessions', person ?? ''],
    queryFn: () =>
      person === undefined
        ? answer(client.GET('/api/me/sessions'))
        : answer(client.GET('/api/admin/people/{id}/sessions', { params: { path: { id: person } } })),
  });
export const endSession = (person: string | undefined, session: string) =>
  person === undefined
    ? answer(client.DELETE('/api/me/sessions/{id}', { params: { path: { id: session } } }))
    : answer(
        client.DELETE('/api/admin/people/{id}/sessions/{sessionId}', {
          params: { path: { id: person, sessionId: session } },
        }),
      );
export const endSessions = (person: string | undefined) =>
  person === undefined
    ? answer(client.DELETE('/api/me/sessions'))
    : answer(client.DELETE('/api/admin/people/{id}/sessions', { params: { path: { id: person } } }));
