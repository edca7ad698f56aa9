import type { FormDto, FormStateDto } from '../api/contract';
import { Problem } from '../api/problem';
import type { SummaryError } from '../Form/ErrorSummary';
import { errorsInOrder, sectionOf } from '../Form/walk';

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

/** While filling in, what is wrong is said of the fields one has left; once it was sent, of all. */
export function shownErrors(
  form: FormDto,
  state: FormStateDto | null,
  refused: unknown,
  touched: ReadonlySet<string>,
  phase: StepFormPhase,
): SummaryError[] {
  if (phase === 'sent') {
    return stepErrors(refused, form);
  }
  const live = (state?.errors ?? []).filter((one) => phase === 'mending' || touched.has(one.path));
  return errorsInOrder(form, live);
}
