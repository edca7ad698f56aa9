import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import { useNavigate } from 'react-router';
import type { SectionDto } from '../api/contract';
import type { AutoSave } from '../Form/AutoSave';
import { Components } from '../Form/Components';
import { ErrorSummary } from '../Form/ErrorSummary';
import type { useSavedForm } from '../Form/useSavedForm';
import styles from './Application.module.css';
import { useFilingPlace } from './useFilingPlace';

interface Props {
  section: SectionDto;
  number: number;
  total: number;
  form: ReturnType<typeof useSavedForm>;
  saver: AutoSave;
  previous?: () => void;
  next: () => void;
}

/** One section. “Save and continue” stays while something is wrong, and shows it all at the top. */
export function SectionForm({ section, number, total, form, saver, previous, next }: Props) {
  const { t } = useTexts('application');
  const navigate = useNavigate();
  const place = useFilingPlace();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const errors = form.summaryOf(section.key);
  const wrong = () => saver.snapshot().state.sections.find((entry) => entry.key === section.key)?.errors ?? 0;

  const leave = async (then: () => void, strict: boolean) => {
    setBusy(true);
    const saved = await saver.flush();
    setBusy(false);
    if (!saved) {
      return;
    }
    if (strict && wrong() > 0) {
      form.trySections([section.key]);
      setAttempt((count) => count + 1);
      window.scrollTo({ top: 0 });
      return;
    }
    then();
  };
  return (
    <div className={styles.sheet}>
      <div className={styles.content}>
        <header className={styles.sectionHead}>
          <h2>{section.label}</h2>
          <span>{t('position', { number, total })}</span>
        </header>
        {section.help && <p className={styles.help}>{section.help}</p>}
        {form.tried.has(section.key) && errors.length > 0 && (
          <ErrorSummary key={attempt} title={t('summary', { count: errors.length })} errors={errors} />
        )}
        <Components components={section.components} />
      </div>
      <div className={styles.bar}>
        <Button disabled={previous === undefined} onClick={() => void leave(previous ?? next, false)}>
          {t('previous')}
        </Button>
        <Button onClick={() => void leave(() => void navigate(place.start), false)}>{t('saveAndLeave')}</Button>
        <Button type="primary" loading={busy} onClick={() => void leave(next, true)}>
          {t('saveAndContinue')}
        </Button>
      </div>
    </div>
  );
}
