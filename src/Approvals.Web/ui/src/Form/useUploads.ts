import { useCallback, useRef, useState } from 'react';
import type { DocumentDto } from '../api/contract';
import { type UploadTarget, uploadDocument } from '../api/documents';
import { Problem } from '../api/problem';

export interface Upload {
  id: number;
  file: File;
  sent: number;
  problem: Problem | null;
  controller: AbortController;
}

/** Files on their way to the server; a failed one stays until it is tried again or taken away. */
export function useUploads(target: UploadTarget | null, type: string, done: (document: DocumentDto) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const counter = useRef(0);

  const update = useCallback((id: number, change: Partial<Upload>) => {
    setUploads((known) => known.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }, []);
  const remove = useCallback((id: number) => {
    setUploads((known) => known.filter((upload) => upload.id !== id));
  }, []);

  const send = useCallback(
    async (id: number, file: File, controller: AbortController) => {
      if (target === null) {
        return;
      }
      try {
        const document = await uploadDocument(target, type, file, (sent) => update(id, { sent }), controller.signal);
        remove(id);
        done(document);
      } catch (error) {
        if (error instanceof Problem) {
          update(id, { problem: error });
        } else {
          remove(id);
        }
      }
    },
    [target, type, done, update, remove],
  );

  const start = useCallback(
    (file: File) => {
      const upload: Upload = { id: ++counter.current, file, sent: 0, problem: null, controller: new AbortController() };
      setUploads((known) => [...known, upload]);
      void send(upload.id, file, upload.controller);
    },
    [send],
  );
  const retry = useCallback(
    (upload: Upload) => {
      const controller = new AbortController();
      update(upload.id, { problem: null, sent: 0, controller });
      void send(upload.id, upload.file, controller);
    },
    [send, update],
  );
  const cancel = useCallback(
    (upload: Upload) => {
      upload.controller.abort();
      remove(upload.id);
    },
    [remove],
  );
  return { uploads, start, retry, cancel };
}
