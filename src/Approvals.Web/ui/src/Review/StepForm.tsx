import { useMemo } from 'react';
import type { FormDto, FormStateDto } from '../api/contract';
import { Problem } from '../api/problem';
import { Components } from '../Form/Components';
import { FormAccessProvider } from '../Form/FormAccess';
import { localAccess } from '../Form/localForm';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import type { Acting } from './useActing';

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
  const access = useMemo(() => {
    const errors = send.error instanceof Problem ? send.error.errors : [];
    const own = errors.map((error) => ({ ...error, path: error.path.replace(/^(form|ballot\.sheet)\./, '') }));
    return { ...localAccess(values, setValues, state, own), isOpen: () => canAct };
  }, [values, setValues, state, send.error, canAct]);
  return (
    <FormAccessProvider value={access}>
      <Panel dense title={form.title === '' ? t('stepForm') : form.title}>
        {form.sections.map((section) => (
          <Components key={section.key} components={section.components} />
        ))}
      </Panel>
    </FormAccessProvider>
  );
}
