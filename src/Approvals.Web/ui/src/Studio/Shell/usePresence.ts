import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { bePresent, draftQuery, type StudioDraft } from '../../api/studio';

const beat = 10_000;

/** Says where one is in the draft, hears who else is there, and reads the draft anew when others changed it. */
export function usePresence(draft: StudioDraft, place: string) {
  const client = useQueryClient();
  const heard = useQuery({
    queryKey: ['studio', 'presence', draft.id, place],
    queryFn: () => bePresent(draft.id, place),
    refetchInterval: beat,
    enabled: draft.canEdit,
    retry: false,
  });
  const further = (heard.data?.revision ?? 0) > draft.revision;
  useEffect(() => {
    if (further) {
      void client.invalidateQueries({ queryKey: draftQuery(draft.id).queryKey });
    }
  }, [client, draft.id, further]);
  return heard.data?.editors ?? draft.editors;
}
