import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDto } from '../api/contract';
import { Answers } from '../Form/Answers';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import styles from './CasePage.module.css';

/** What was submitted; the first section at once, the rest on request. */
export function AnswersPanel({ answers }: { answers: CaseDto['answers'] }) {
  const { t } = useTexts('cases');
  const [all, setAll] = useState(false);
  const sections = all ? answers.form.sections : answers.form.sections.slice(0, 1);
  return (
    <Panel
      id="answers"
      title={t('application')}
      extra={
        answers.form.sections.length > 1 && (
          <Button aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? 'showLess' : 'showAll')}
          </Button>
        )
      }
    >
      {sections.map((section) => (
        <section key={section.key} className={styles.section}>
          <h3>{section.label}</h3>
          <Answers section={section} values={answers.values} documents={answers.documents} />
        </section>
      ))}
    </Panel>
  );
}
