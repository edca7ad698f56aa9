import { createContext, useContext } from 'react';
import type { Command, DraftEditor, DraftProblem, StudioDraft } from '../../api/studio';
import type { Problem } from '../../api/problem';

/** A change that met another's: what was wanted, on which revision, and the refusal that says who and what. */
export interface Conflict {
  commands: Command[];
  base: number;
  problem: Problem;
}

export type Saving = 'saved' | 'saving' | 'failed';

/** A draft on the screen: its files, and the one way to change them. */
export interface OpenDraft {
  draft: StudioDraft;
  revision: number;
  /** A file's content: the document of JSON, the text of anything else; undefined until it is there. May be called anywhere. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- whoever reads a file knows its shape
  file: <T = unknown>(path: string) => T | undefined;
  /** Saves changes, all or none, one call after another. True once saved; a refusal is shown by the frame. */
  edit: (commands: Command[]) => Promise<boolean>;
  undo: () => Promise<boolean>;
  redo: () => Promise<boolean>;
  /** Has a variant take over the version of its base that is in force. */
  rebase: () => Promise<boolean>;
  problems: readonly DraftProblem[];
  readOnly: boolean;
  saving: Saving;
  savedAt: string | undefined;
  refusal: unknown;
  forgive: () => void;
  editors: readonly DraftEditor[];
}

export const DraftContext = createContext<OpenDraft | undefined>(undefined);

/** The draft that the page around it has opened. */
export function useDraft(): OpenDraft {
  const draft = useContext(DraftContext);
  if (draft === undefined) {
    throw new Error('useDraft is for pages inside the studio.');
  }
  return draft;
}
