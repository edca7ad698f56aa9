import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Dispatch, type SetStateAction, useDeferredValue, useMemo } from 'react';
import type { FormValues } from '../../api/contract';
import { evaluateForm } from '../../api/designers';
import { Components } from '../../Form/Components';
import { FormAccessProvider } from '../../Form/FormAccess';
import { localAccess } from '../../Form/localForm';
import { QueryView } from '../../Layout/QueryView';
import { useDraft } from '../Shell/DraftContext';

interface Props {
  form: string;
  values: FormValues;
  setValues: Dispatch<SetStateAction<FormValues>>;
}

/** A step's form as its person meets it; the server decides while one types. */
export function StepForm({ form, values, setValues }: Props) {
  const { draft, revision } = useDraft();
  const asked = useDeferredValue(values);
  const tried = useQuery({
    queryKey: ['studio', draft.id, 'try', form, '', revision, asked],
    queryFn: () => evaluateForm(draft.id, form, asked),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const state = tried.data?.state;
  const access = useMemo(
    () => localAccess(values, setValues, state, [], draft.service),
    [values, setValues, state, draft.service],
  );
  return (
    <QueryView query={tried}>
      {(shown) => (
        <FormAccessProvider value={access}>
          {shown.form.sections.map((section) => (
            <section key={section.key}>
              <h4>{section.label}</h4>
              <Components components={section.components} />
            </section>
          ))}
        </FormAccessProvider>
      )}
    </QueryView>
  );
}
