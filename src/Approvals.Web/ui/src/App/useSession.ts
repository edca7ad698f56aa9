import { type QueryClient, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { SessionDto } from '../api/contract';
import { sessionQuery, signOut } from '../api/session';

/** The session; the frame around all pages has loaded it. */
export function useSession(): SessionDto {
  return useSuspenseQuery(sessionQuery).data;
}

/** Where a person starts: the first of the areas open to them. */
export function startOf(session: SessionDto): string {
  if (session.user === null) {
    return '/sign-in';
  }
  if (session.user.kind === 'applicant' && session.areas.includes('applicant')) {
    return '/';
  }
  if (session.areas.includes('work')) {
    return '/work/inbox';
  }
  if (session.areas.includes('bookings')) {
    return '/work/bookings';
  }
  const administered = (['people', 'services', 'incidents'] as const).find((area) => session.areas.includes(area));
  if (administered !== undefined) {
    return administered === 'services' ? '/studio' : `/admin/${administered}`;
  }
  return session.areas.includes('applicant') ? '/' : '/notices';
}

/** Another person, or nobody: what was loaded for the one before must not be seen. */
export function startSession(client: QueryClient, session: SessionDto): void {
  const own = sessionQuery.queryKey[0];
  client.setQueryData(sessionQuery.queryKey, session);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== own });
}

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCallback(async () => {
    startSession(client, await signOut());
    await navigate('/sign-in');
  }, [client, navigate]);
}
