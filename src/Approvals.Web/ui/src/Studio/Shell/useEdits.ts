import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type Command,
  type DraftEdited,
  draftFileQuery,
  draftQuery,
  editDraft,
  type StudioDraft,
} from '../../api/studio';
import { Problem } from '../../api/problem';
import { versionsQuery } from '../../api/policy';
import type { Conflict, Saving } from './DraftContext';

/** Sends changes one after another, each on the revision that the page then has. */
export function useEdits(draft: StudioDraft) {
  const client = useQueryClient();
  const { id, revision } = draft;
  const base = useRef(revision);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const [waiting, setWaiting] = useState(0);
  const [unsaved, setUnsaved] = useState<readonly Command[][]>([]);
  const [failed, setFailed] = useState<unknown>();
  const [conflict, setConflict] = useState<Conflict>();
  const [savedAt, setSavedAt] = useState(draft.changedAt ?? undefined);

  useEffect(() => {
    base.current = Math.max(base.current, revision);
  }, [revision]);

  const run = useCallback(
    (send: (base: number) => Promise<DraftEdited>, commands: Command[] = []): Promise<boolean> => {
      setWaiting((count) => count + 1);
      setUnsaved((known) => [...known, commands]);
      const sent = line.current.then(async () => {
        const on = base.current;
        try {
          const edited = await send(on);
          base.current = Math.max(base.current, edited.revision);
          await client.invalidateQueries({ queryKey: draftQuery(id).queryKey });
          await Promise.all(
            edited.files.map((path) => client.invalidateQueries({ queryKey: draftFileQuery(id, path).queryKey })),
          );
          setSavedAt(new Date().toISOString());
          setFailed(undefined);
          return true;
        } catch (error) {
          if (error instanceof Problem && error.code === 'studio.overtaken' && commands.length > 0) {
            setConflict({ commands, base: on, problem: error });
          } else {
            setFailed(error);
          }
          await client.invalidateQueries({ queryKey: draftQuery(id).queryKey });
          return false;
        } finally {
          setWaiting((count) => count - 1);
          setUnsaved((known) => known.filter((one) => one !== commands));
        }
      });
      line.current = sent;
      return sent;
    },
    [client, id],
  );

  const edit = useCallback(
    (commands: Command[]) => {
      const key = crypto.randomUUID();
      return run((on) => editDraft(id, on, key, commands), commands);
    },
    [id, run],
  );
  const resolved = useCallback(
    (again?: Command[]) => {
      const seen = Number(conflict?.problem.data.revision ?? 0);
      base.current = Math.max(base.current, seen);
      setConflict(undefined);
      if (again !== undefined) {
        void edit(again);
      }
      void client.invalidateQueries({ queryKey: versionsQuery.queryKey });
    },
    [client, conflict, edit],
  );
  const forgive = useCallback(() => setFailed(undefined), []);
  const saving: Saving = waiting > 0 ? 'saving' : failed !== undefined ? 'failed' : 'saved';
  return { run, edit, unsaved, saving, savedAt, refusal: failed, forgive, conflict, resolved };
}
