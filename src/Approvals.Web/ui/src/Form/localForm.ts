import type { Dispatch, SetStateAction } from 'react';
import type { FormError, FormStateDto, FormValues } from '../api/contract';
import type { FormAccess } from './FormAccess';
import { setPath } from './paths';

const nothing: FormStateDto = { values: {}, hidden: [], errors: [], computed: {}, options: {}, sections: [] };

/** The fields of a form that is sent in one go and not saved in between. */
export function localAccess(
  values: FormValues,
  setValues: Dispatch<SetStateAction<FormValues>>,
  state: FormStateDto | null | undefined,
  errors: FormError[],
  service?: string,
  touch: (path: string) => void = () => undefined,
): FormAccess {
  return {
    values,
    state: state ?? nothing,
    errors: new Map(errors.map((error) => [error.path, error.message])),
    change: (path, value) => setValues((known) => setPath(known, path, value)),
    touch,
    isOpen: () => true,
    service,
    target: null,
    documents: [],
    addDocument: () => undefined,
    removeDocument: () => undefined,
  };
}
