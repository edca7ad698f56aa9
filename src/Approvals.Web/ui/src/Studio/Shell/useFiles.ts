import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { draftFileQuery, type StudioDraft } from '../../api/studio';

/** The files of a draft that somebody asked for; while a new content is on its way the one before is given. */
export function useFiles(draft: StudioDraft) {
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const asked = useRef(new Set<string>());
  const earlier = useRef(new Map<string, unknown>());
  const there = useMemo(() => new Map(draft.files.map((file) => [file.path, file.hash])), [draft.files]);
  const open = wanted.filter((path) => there.has(path));
  const contents = useQueries({
    queries: open.map((path) => draftFileQuery(draft.id, path, there.get(path) ?? '')),
    combine: (results) => results.map((result) => result.data),
  });
  const known = useMemo(
    () => new Map(open.map((path, index) => [path, contents[index]] as const)),
    // The paths are those of the contents, in their order.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [contents, there],
  );
  const parsed = useMemo(() => {
    const files = new Map<string, unknown>();
    for (const [path, text] of known) {
      if (text !== undefined) {
        files.set(path, read(path, text));
      }
    }
    return files;
  }, [known]);

  return useCallback(
    <T>(path: string): T | undefined => {
      if (!there.has(path)) {
        return undefined;
      }
      if (!asked.current.has(path)) {
        asked.current.add(path);
        queueMicrotask(() => setWanted((paths) => [...paths, path]));
      }
      if (parsed.has(path)) {
        earlier.current.set(path, parsed.get(path));
      }
      return earlier.current.get(path) as T | undefined;
    },
    [parsed, there],
  );
}

/** What is no JSON though its name says so is given as text: a draft may be broken. */
function read(path: string, text: string): unknown {
  if (!path.endsWith('.json')) {
    return text;
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return text;
  }
}
