import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { DocumentDto, FormDto, FormError } from '../api/contract';
import { deleteDocument, type UploadTarget } from '../api/documents';
import { afterPress } from './afterPress';
import type { AutoSave } from './AutoSave';
import type { FormAccess } from './FormAccess';
import { textsOf } from './fields';
import { getPath, isWithin } from './paths';
import { errorsInOrder, isHidden } from './walk';

interface Setup {
  saver: AutoSave;
  form: FormDto;
  documents: DocumentDto[];
  target: UploadTarget;
  service?: string;
  isOpen?: (path: string) => boolean;
}

/** Joins the saved answers, the uploads and what may be shown of the errors into what the fields need. */
export function useSavedForm({ saver, form, documents: known, target, service, isOpen }: Setup) {
  const saved = useSyncExternalStore(saver.subscribe, saver.snapshot);
  const [documents, setDocuments] = useState(known);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  /** Sections whose every error may be shown, since the reader wanted to go on. */
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => warnBeforeLeaving(saver), [saver]);

  const touch = useCallback((path: string) => afterPress(() => setTouched((paths) => new Set(paths).add(path))), []);
  const trySections = useCallback((keys: string[]) => setTried((sections) => new Set([...sections, ...keys])), []);
  const visible = useMemo(
    () => saved.state.errors.filter((error) => !isHidden(saved.state, error.path)),
    [saved.state],
  );
  const errors = useMemo(() => {
    const shown = visible.filter(
      (error) => tried.has(error.section) || [...touched].some((path) => isWithin(error.path, path)),
    );
    return new Map(shown.map((error) => [error.path, error.message]));
  }, [visible, touched, tried]);

  const addDocument = useCallback(
    (path: string, document: DocumentDto) => {
      setDocuments((files) => [...files, document]);
      saver.change(path, [...textsOf(getPath(saver.snapshot().values, path)), document.id]);
      touch(path);
    },
    [saver, touch],
  );
  const removeDocument = useCallback(
    (path: string, id: string) => {
      saver.change(
        path,
        textsOf(getPath(saver.snapshot().values, path)).filter((known) => known !== id),
      );
      setDocuments((files) => files.filter((file) => file.id !== id));
      void saver
        .flush()
        .then(() => deleteDocument(id))
        .catch(() => undefined);
    },
    [saver],
  );

  const access = useMemo<FormAccess>(
    () => ({
      values: saved.values,
      state: saved.state,
      errors,
      change: saver.change,
      touch,
      isOpen: isOpen ?? (() => true),
      service,
      target,
      documents,
      addDocument,
      removeDocument,
    }),
    [saved, errors, saver, touch, isOpen, service, target, documents, addDocument, removeDocument],
  );
  const summaryOf = (section: string | null) =>
    errorsInOrder(
      form,
      visible.filter((error): error is typeof error & FormError => section === null || error.section === section),
    );
  return { saved, access, tried, trySections, summaryOf };
}

/** The browser asks before the page is closed while something typed is not on the server yet. */
function warnBeforeLeaving(saver: AutoSave): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    if (saver.snapshot().status !== 'saved') {
      void saver.flush();
      event.preventDefault();
    }
  };
  window.addEventListener('beforeunload', warn);
  return () => {
    window.removeEventListener('beforeunload', warn);
    void saver.flush();
  };
}
