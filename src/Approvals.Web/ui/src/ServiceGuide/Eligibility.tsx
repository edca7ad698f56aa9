import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import { checkEligibility } from '../api/applicant';
import type { EligibilityDto, FormDto, FormValues } from '../api/contract';
import { Components } from '../Form/Components';
import { FormAccessProvider } from '../Form/FormAccess';
import { localAccess } from '../Form/localForm';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './ServiceGuide.module.css';

/** A few questions, answered from the same decision tables that decide later; nothing is saved. */
export function Eligibility({ code, form }: { code: string; form: FormDto }) {
  const { t } = useTexts('services');
  const [values, setValues] = useState<FormValues>({});
  const check = useMutation({ mutationFn: () => checkEligibility(code, values) });
  const state = check.data?.state;
  const access = useMemo(() => localAccess(values, setValues, state, state?.errors ?? [], code), [values, state, code]);
  return (
    <Panel title={t('eligibility.title')}>
      <FormAccessProvider value={access}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            check.mutate();
          }}
        >
          {form.sections.map((section) => (
            <div key={section.key} className={styles.narrow}>
              <Components components={section.components} />
            </div>
          ))}
          <Button htmlType="submit" loading={check.isPending} style={{ marginTop: 16 }}>
            {t('eligibility.check')}
          </Button>
        </form>
      </FormAccessProvider>
      {check.error && <ProblemAlert error={check.error} />}
      {check.data && check.data.outcome !== null && <Verdict found={check.data} />}
    </Panel>
  );
}

function Verdict({ found }: { found: EligibilityDto }) {
  const { t } = useTexts('services');
  return (
    <div className={styles.verdict} role="status">
      <strong>{found.text}</strong>
      {found.clause && <p className="muted">{found.clause}</p>}
      <ul>
        {found.matched.map((line) => (
          <li key={`${line.text} ${line.clause ?? ''}`}>
            <CheckCircleFilled className={styles.met} aria-label={t('eligibility.met')} />
            <span>
              {line.text} <span className="muted">{line.clause}</span>
            </span>
          </li>
        ))}
        {found.failed.map((line) => (
          <li key={`${line.text} ${line.clause ?? ''}`}>
            <CloseCircleFilled className={styles.unmet} aria-label={t('eligibility.unmet')} />
            <span>
              {line.text} <span className="muted">{line.clause}</span>
            </span>
          </li>
        ))}
      </ul>
      {found.better && (
        <>
          <p style={{ marginTop: 8 }}>
            <strong>{t('eligibility.better', { text: found.better.text })}</strong>{' '}
            <span className="muted">{found.better.clause}</span>
          </p>
          <ul aria-label={t('eligibility.missing')}>
            {found.better.missing.map((line) => (
              <li key={`${line.text} ${line.clause ?? ''}`}>
                <CloseCircleFilled className={styles.unmet} aria-label={t('eligibility.unmet')} />
                <span>
                  {line.text} <span className="muted">{line.clause}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="muted small" style={{ marginTop: 8 }}>
        {t('eligibility.note')}
      </p>
    </div>
  );
}
