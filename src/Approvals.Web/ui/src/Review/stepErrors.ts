import type { FormDto, FormValues } from '../api/contract';
import { Problem } from '../api/problem';
import type { SummaryError } from '../Form/ErrorSummary';
import { getPath } from '../Form/paths';
import { errorsInOrder, sectionOf } from '../Form/walk';
import type { StepState } from './useStepState';

/** The errors that belong to the step's own form, in the order of the page. */
export function stepErrors(error: unknown, form: FormDto | null): SummaryError[] {
  if (form === null || !(error instanceof Problem)) {
    return [];
  }
  const own = error.errors.map((one) => ({ ...one, path: one.path.replace(/^(form|ballot\.sheet)\./, '') }));
  return errorsInOrder(
    form,
    own.filter((one) => sectionOf(form, one.path) !== undefined),
  );
}

/** Where the form stands: not sent yet, refused as it is, or changed since. */
export type StepFormPhase = 'filling' | 'sent' | 'mending';

/**
 * While filling in, what is wrong is said of the fields one has left; once it was sent, of all. Of a field that changed
 * since the server answered nothing is said until it answers again.
 */
export function shownErrors(
  form: FormDto,
  { values: told, state }: StepState,
  values: FormValues,
  refused: unknown,
  touched: ReadonlySet<string>,
  phase: StepFormPhase,
): SummaryError[] {
  if (phase === 'sent') {
    return stepErrors(refused, form);
  }
  const live = (state?.errors ?? [])
    .filter((one) => phase === 'mending' || touched.has(one.path))
    .filter((one) => getPath(told, one.path) === getPath(values, one.path));
  return errorsInOrder(form, live);
}
