import { createContext, type ReactNode, useContext } from 'react';
import type { DocumentDto, FormStateDto, FormValues } from '../api/contract';
import type { UploadTarget } from '../api/documents';

/** What the fields of a form need of the page around them. */
export interface FormAccess {
  values: FormValues;
  state: FormStateDto;
  /** Errors to show now, by path. */
  errors: ReadonlyMap<string, string>;
  change: (path: string, value: unknown) => void;
  touch: (path: string) => void;
  isOpen: (path: string) => boolean;
  /** What the page adds above a control: a reviewer's note, an old value. */
  above?: (path: string) => ReactNode;
  /** The service whose own lists may be searched. */
  service?: string;
  target: UploadTarget | null;
  documents: DocumentDto[];
  addDocument: (path: string, document: DocumentDto) => void;
  removeDocument: (path: string, id: string) => void;
}

const FormAccessContext = createContext<FormAccess | null>(null);
export const FormAccessProvider = FormAccessContext.Provider;

export function useFormAccess(): FormAccess {
  const access = useContext(FormAccessContext);
  if (access === null) {
    throw new Error('A field stands outside a form.');
  }
  return access;
}
