import { useMemo } from 'react';
import type { FormDto, FormStateDto } from '../api/contract';
import { Components } from '../Form/Components';
import { ErrorSummary } from '../Form/ErrorSummary';
import { FormAccessProvider } from '../Form/FormAccess';
import { localAccess } from '../Form/localForm';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { type Acting, stepErrors } from './useActing';

interface Props {
  form: FormDto;
  state: FormStateDto | null;
  acting: Acting;
  canAct: boolean;
}

/** This step's own form; it is sent together with the act. */
export function StepForm({ form, state, acting, canAct }: Props) {
  const { t } = useTexts('review');
  const { values, setValues, send } = acting;
  const errors = useMemo(() => stepErrors(send.error, form), [send.error, form]);
  const access = useMemo(
    () => ({ ...localAccess(values, setValues, state, errors), isOpen: () => canAct }),
    [values, setValues, state, errors, canAct],
  );
  return (
    <FormAccessProvider value={access}>
      <Panel dense title={form.title === '' ? t('stepForm') : form.title}>
        {errors.length > 0 && (
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
