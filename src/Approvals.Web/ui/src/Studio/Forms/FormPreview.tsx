import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { FormValues } from '../../api/contract';
import { evaluateForm, type FormLanguage, type TriedFormDto } from '../../api/designers';
import { Components } from '../../Form/Components';
import { FormAccessProvider } from '../../Form/FormAccess';
import { localAccess } from '../../Form/localForm';
import { useTexts } from '../../i18n/useTexts';
import { QueryView } from '../../Layout/QueryView';
import { useDraft } from '../Shell/DraftContext';
import styles from './Forms.module.css';

type Size = 'desktop' | 'phone';

/** The form as an applicant meets it; the server decides while one types, and nothing is kept. */
export function FormPreview({ form }: { form: string }) {
  const { t, i18n } = useTexts('designers');
  const { draft, revision } = useDraft();
  const [size, setSize] = useState<Size>('desktop');
  const [language, setLanguage] = useState<FormLanguage>(i18n.language === 'en' ? 'en' : 'zh-CN');
  const [values, setValues] = useState<FormValues>({});
  const [checked, setChecked] = useState(false);
  const asked = useDeferredValue(values);
  const tried = useQuery({
    queryKey: ['studio', draft.id, 'try', form, language, revision, asked],
    queryFn: () => evaluateForm(draft.id, form, asked, language),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <section className={styles.preview} aria-label={t('forms.ways.preview')}>
      <header className={styles.previewHead}>
        <Segmented<Size>
          aria-label={t('forms.size')}
          value={size}
          options={(['desktop', 'phone'] as const).map((one) => ({ value: one, label: t(`forms.sizes.${one}`) }))}
          onChange={setSize}
        />
        <Segmented<FormLanguage>
          aria-label={t('language')}
          value={language}
          options={[
            { value: 'zh-CN', label: t('chinese') },
            { value: 'en', label: t('english') },
          ]}
          onChange={setLanguage}
        />
        <Button onClick={() => setChecked(!checked)}>{t(checked ? 'forms.hideErrors' : 'forms.check')}</Button>
        <Button onClick={() => setValues({})}>{t('forms.clear')}</Button>
      </header>
      <p className={styles.hint}>{t('forms.previewHint')}</p>
      <QueryView query={tried}>
        {(shown) => (
          <div className={size === 'phone' ? styles.phone : styles.desktop} lang={language}>
            <Shown shown={shown} values={values} setValues={setValues} service={draft.service} checked={checked} />
          </div>
        )}
      </QueryView>
    </section>
  );
}

interface ShownProps {
  shown: TriedFormDto;
  values: FormValues;
  setValues: React.Dispatch<React.SetStateAction<FormValues>>;
  service: string;
  checked: boolean;
}

function Shown({ shown, values, setValues, service, checked }: ShownProps) {
  const access = useMemo(
    () => localAccess(values, setValues, shown.state, checked ? shown.state.errors : [], service),
    [values, setValues, shown, checked, service],
  );
  return (
    <FormAccessProvider value={access}>
      {shown.form.sections.map((section) => (
        <section key={section.key} className={styles.section}>
          <h2>{section.label}</h2>
          {section.help && <p className={styles.hint}>{section.help}</p>}
          <Components components={section.components} />
        </section>
      ))}
    </FormAccessProvider>
  );
}
