import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import {
  type Command,
  draftProblemsQuery,
  rebaseVariant,
  redoEdit,
  type StudioDraft,
  undoEdit,
} from '../../api/studio';
import { ConflictDialog } from './ConflictDialog';
import { foreseen } from './foreseen';
import { DraftContext, type OpenDraft } from './DraftContext';
import { useEdits } from './useEdits';
import { useFiles } from './useFiles';
import { usePresence } from './usePresence';

const none: never[] = [];

/** Gives a draft to the pages inside: files, changes, problems, who is there. */
export function DraftProvider({ draft, place, children }: { draft: StudioDraft; place: string; children: ReactNode }) {
  const edits = useEdits(draft);
  const file = useForeseen(useFiles(draft), edits.unsaved) as OpenDraft['file'];
  const editors = usePresence(draft, place);
  const problems = useQuery(draftProblemsQuery(draft.id, draft.hash)).data ?? none;
  const { run, edit, saving, savedAt, refusal, forgive, conflict, resolved } = edits;
  const open = useMemo<OpenDraft>(
    () => ({
      draft,
      revision: draft.revision,
      file,
      edit,
      undo: () => run((base) => undoEdit(draft.id, base)),
      redo: () => run((base) => redoEdit(draft.id, base)),
      rebase: () => run((base) => rebaseVariant(draft.id, base)),
      problems,
      readOnly: !draft.canEdit,
      saving,
      savedAt,
      refusal,
      forgive,
      editors,
    }),
    [draft, file, edit, run, problems, saving, savedAt, refusal, forgive, editors],
  );
  return (
    <DraftContext value={open}>
      {children}
      {conflict && <ConflictDialog draft={draft} conflict={conflict} resolved={resolved} />}
    </DraftContext>
  );
}

/** Files with what is on its way to the server; each is worked out once for a state of both. */
function useForeseen(file: (path: string) => unknown, unsaved: readonly Command[][]): (path: string) => unknown {
  return useMemo(() => {
    const changes = unsaved.flat();
    const changed = new Map(
      changes.map(({ file: path }) => {
        const own = changes.filter((change) => change.file === path);
        return [path, foreseen(file(path), own)];
      }),
    );
    return (path: string) => changed.get(path) ?? file(path);
  }, [file, unsaved]);
}
