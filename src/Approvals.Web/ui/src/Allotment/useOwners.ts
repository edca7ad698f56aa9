import type { WaitingListDto } from '../api/contract';
import { useSession } from '../App/useSession';

/** The organisations one may give out for: one's own, and those of the lists one keeps. */
export function useOwners(lists: readonly WaitingListDto[]): { id: string; name: string }[] {
  const { user } = useSession();
  const own = (user?.roles ?? [])
    .filter(({ role }) => role === 'Provider')
    .map(({ organisation, organisationName }) => ({ id: organisation, name: organisationName }));
  const listed = lists.map(({ organisationId, organisationName }) => ({ id: organisationId, name: organisationName }));
  const found = new Map<string, string>();
  for (const { id, name } of [...own, ...listed]) {
    if (id) {
      found.set(id, name ?? id);
    }
  }
  return [...found].map(([id, name]) => ({ id, name }));
}
