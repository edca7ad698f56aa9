import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { CorrectionDto } from '../api/contract';
import { submitCorrection } from '../api/drafts';
import { SaveState } from '../Application/SaveState';
import { useFilingPlace } from '../Application/useFilingPlace';
import { DueBadge } from '../DueBadge/DueBadge';
import type { AutoSave } from '../Form/AutoSave';
import { Components } from '../Form/Components';
import { ErrorSummary } from '../Form/ErrorSummary';
import { FormAccessProvider } from '../Form/FormAccess';
import type { useSavedForm } from '../Form/useSavedForm';
import { useTexts } from '../i18n/useTexts';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { AskedDocuments } from './AskedDocuments';
import styles from './Correction.module.css';
import { Earlier } from './Earlier';

interface Props {
  task: string;
  found: CorrectionDto;
  saver: AutoSave;
  form: ReturnType<typeof useSavedForm>;
}

/** Only what was returned, with the reviewer's note and the old value above each field. */
export function CorrectionView({ task, found, saver, form }: Props) {
  const { t } = useTexts('correction');
  const navigate = useNavigate();
  const place = useFilingPlace();
  const client = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [attempt, setAttempt] = useState(0);
  const errors = form.summaryOf(null);
  const submit = useMutation({
    mutationFn: async () => {
      if (!(await saver.flush())) {
        return false;
      }
      if (saver.snapshot().state.errors.length > 0) {
        form.trySections(found.form.sections.map((section) => section.key));
        setAttempt((count) => count + 1);
        window.scrollTo({ top: 0 });
        return false;
      }
      await submitCorrection(task, saver.snapshot().etag, key);
      return true;
    },
    onSuccess: async (done) => {
      if (done) {
        await client.invalidateQueries({ queryKey: ['cases', found.caseId] });
        void client.invalidateQueries({ queryKey: ['home'] });
        void client.invalidateQueries({ queryKey: ['counter'] });
        await navigate(place.corrected(found.caseId, task), { replace: true });
      }
    },
  });
  const access = useMemo(
    () => ({ ...form.access, above: (path: string) => <Earlier found={found} path={path} /> }),
    [form.access, found],
  );
  return (
    <FormAccessProvider value={access}>
      <PageTitle
        title={t('title')}
        crumbs={[{ to: `${place.cases}/${found.caseId}`, text: found.number }]}
        extra={
          <SaveState
            saved={form.saved}
            reload={() => void client.invalidateQueries({ queryKey: ['correction', task] })}
          />
        }
      />
      {(found.reason || found.by) && (
        <div className={styles.reason}>
          <p>
            <strong>{t('by', { office: found.by })}</strong> <DueBadge due={found.due} withDay />
          </p>
          <p>{found.reason}</p>
        </div>
      )}
      {attempt > 0 && errors.length > 0 && (
        <ErrorSummary key={attempt} title={t('application:summaryAll', { count: errors.length })} errors={errors} />
      )}
      {submit.error && <ProblemAlert error={submit.error} />}
      {found.form.sections.map((section) => (
        <Panel key={section.key} title={section.label}>
          <Components components={section.components} />
        </Panel>
      ))}
      <AskedDocuments found={found} />
      <div className={styles.bar}>
        <Button onClick={() => void saver.flush().then(() => navigate(`${place.cases}/${found.caseId}`))}>
          {t('application:saveAndLeave')}
        </Button>
        <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
          {t('submit')}
        </Button>
      </div>
    </FormAccessProvider>
  );
}
