import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import { useNavigate } from 'react-router';
import type { DraftDto, SectionDto } from '../api/contract';
import { checkDraft, submitDraft } from '../api/drafts';
import { Answers } from '../Form/Answers';
import type { AutoSave } from '../Form/AutoSave';
import { ErrorSummary } from '../Form/ErrorSummary';
import type { useSavedForm } from '../Form/useSavedForm';
import { isHidden, sectionOf } from '../Form/walk';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './Application.module.css';
import { useFilingPlace } from './useFilingPlace';

interface Props {
  draft: DraftDto;
  saver: AutoSave;
  form: ReturnType<typeof useSavedForm>;
  sections: SectionDto[];
  open: (section: string) => void;
}

/** Everything once more before it is sent; submitting asks the server to check all of it first. */
export function CheckAnswers({ draft, saver, form, sections, open }: Props) {
  const { t } = useTexts('application');
  const navigate = useNavigate();
  const place = useFilingPlace();
  const client = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [attempt, setAttempt] = useState(0);
  const submit = useMutation({
    mutationFn: async () => {
      if (!(await saver.flush())) {
        return null;
      }
      const state = await checkDraft(draft.id);
      saver.adopt(state);
      if (state.errors.length > 0) {
        form.trySections(sections.map((section) => section.key));
        setAttempt((count) => count + 1);
        window.scrollTo({ top: 0 });
        return null;
      }
      return submitDraft(draft.id, saver.snapshot().etag, key);
    },
    onSuccess: async (submitted) => {
      if (submitted) {
        void client.invalidateQueries({ queryKey: ['home'] });
        await navigate(`${place.submitted}/${submitted.caseId}`, { state: submitted, replace: true });
      }
    },
  });
  const errors = form.summaryOf(null);
  const { values, state } = form.saved;
  return (
    <div className={styles.sheet}>
      <div className={styles.content}>
        <header className={styles.sectionHead}>
          <h2>{t('check.title')}</h2>
          <span>{t('position', { number: sections.length + 1, total: sections.length + 1 })}</span>
        </header>
        {attempt > 0 && errors.length > 0 && (
          <ErrorSummary
            key={attempt}
            title={t('summaryAll', { count: errors.length })}
            errors={errors}
            open={(path) => open(sectionOf(draft.form, path) ?? '')}
          />
        )}
        {submit.error && <ProblemAlert error={submit.error} />}
        {sections.map((section) => (
          <section key={section.key} className={styles.checkSection}>
            <header className={styles.checkHead}>
              <h3>{section.label}</h3>
              <Button type="link" size="small" onClick={() => open(section.key)}>
                {t('change')}
                <span className="visually-hidden"> {section.label}</span>
              </Button>
            </header>
            <Answers
              section={section}
              values={{ ...values, ...state.computed }}
              documents={form.access.documents}
              hidden={(path) => isHidden(state, path)}
            />
          </section>
        ))}
        <p className="muted" style={{ marginTop: 24 }}>
          {t('check.text')}
        </p>
      </div>
      <div className={styles.bar}>
        <Button onClick={() => open(sections.at(-1)?.key ?? '')}>{t('previous')}</Button>
        <Button onClick={() => void navigate(place.start)}>{t('saveAndLeave')}</Button>
        <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
          {t('submit')}
        </Button>
      </div>
    </div>
  );
}
