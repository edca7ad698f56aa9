import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type DraftText, draftFileQuery, type StudioDraft } from '../../api/studio';

const nothing: ReadonlySet<string> = new Set();

/** The files of a draft that somebody asked for; while a new content is on its way the one before is given. */
export function useFiles(draft: StudioDraft): (path: string) => unknown {
  const client = useQueryClient();
  const { id, files } = draft;
  const [wanted, setWanted] = useState(nothing);
  const hashes = useMemo(() => new Map(files.map((file) => [file.path, file.hash])), [files]);
  const open = useMemo(() => [...wanted].filter((path) => hashes.has(path)), [wanted, hashes]);
  const read = useQueries({
    queries: open.map((path) => draftFileQuery(id, path)),
    combine: (results) => results.map((result) => result.data),
  });

  // A file whose content is another than the draft now has is asked for anew.
  useEffect(() => {
    for (const one of read) {
      if (one !== undefined && hashes.has(one.path) && hashes.get(one.path) !== one.hash) {
        void client.invalidateQueries({ queryKey: draftFileQuery(id, one.path).queryKey }, { cancelRefetch: false });
      }
    }
  }, [client, hashes, id, read]);

  const contents = useMemo(
    () => new Map(read.filter((one): one is DraftText => one !== undefined).map((one) => [one.path, one.content])),
    [read],
  );
  return useCallback(
    (path: string): unknown => {
      if (!hashes.has(path)) {
        return undefined;
      }
      if (!wanted.has(path)) {
        queueMicrotask(() => setWanted((paths) => (paths.has(path) ? paths : new Set([...paths, path]))));
      }
      return contents.get(path);
    },
    [contents, hashes, wanted],
  );
}
