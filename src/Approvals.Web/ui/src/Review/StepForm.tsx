import { useMemo, useState } from 'react';
import type { FormDto, WorkTaskDto } from '../api/contract';
import { afterPress } from '../Form/afterPress';
import { Components } from '../Form/Components';
import { ErrorSummary } from '../Form/ErrorSummary';
import { FormAccessProvider } from '../Form/FormAccess';
import { localAccess } from '../Form/localForm';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { shownErrors } from './stepErrors';
import type { Acting } from './useActing';
import { useStepState } from './useStepState';

interface Props {
  task: WorkTaskDto;
  form: FormDto;
  acting: Acting;
}

/** This step's own form; checked and computed while it is filled in, sent together with the act. */
export function StepForm({ task, form, acting }: Props) {
  const { t } = useTexts('review');
  const { values, setValues, sent, send } = acting;
  const answered = useStepState(task, values);
  const { state } = answered;
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const errors = useMemo(
    () =>
      shownErrors(
        form,
        answered,
        values,
        send.error,
        touched,
        sent === null ? 'filling' : sent === values ? 'sent' : 'mending',
      ),
    [form, answered, send.error, touched, sent, values],
  );
  const access = useMemo(
    () => ({
      ...localAccess(values, setValues, state, errors, undefined, (path) =>
        afterPress(() => setTouched((before) => new Set(before).add(path))),
      ),
      isOpen: () => task.canAct,
    }),
    [values, setValues, state, errors, task.canAct],
  );
  return (
    <FormAccessProvider value={access}>
      <Panel dense title={form.title === '' ? t('stepForm') : form.title}>
        {sent !== null && errors.length > 0 && (
          <ErrorSummary
            key={send.submittedAt}
            title={t('application:summary', { count: errors.length })}
            errors={errors}
            hint={t('followError')}
          />
        )}
        {form.sections.map((section) => (
          <Components key={section.key} components={section.components} />
        ))}
      </Panel>
    </FormAccessProvider>
  );
}
