import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { WorkTaskDto } from '../api/contract';
import { AnswerValue, isStatement, isWide } from '../Form/Answers';
import { textsOf } from '../Form/fields';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { type AnswerLine, answerLines } from './answerLines';
import { RevealDialog } from './RevealDialog';
import styles from './Review.module.css';

interface Props {
  task: WorkTaskDto;
  onlyChanges: boolean;
  show: (document: string) => void;
}

/** The answers by section; what changed since the last round is marked, with the old value struck out. */
export function AnswersReview({ task, onlyChanges, show }: Props) {
  const { t } = useTexts('review');
  const { answers } = task;
  const [asked, setAsked] = useState<AnswerLine | null>(null);
  const [revealed, setRevealed] = useState<Record<string, string>>({});
  const sections = answers.form.sections
    .map((section) => ({ section, lines: answerLines(section, answers.values, answers.changes) }))
    .map(({ section, lines }) => ({
      section,
      changed: lines.filter((line) => line.changes.length > 0).length,
      lines: onlyChanges ? lines.filter((line) => line.changes.length > 0) : lines,
    }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <div className={styles.answers}>
      {sections.length === 0 && <EmptyState title={t('noAnswers')} />}
      {sections.map(({ section, lines, changed }) => (
        <section key={section.key}>
          <header>
            <h2>{section.label}</h2>
            {changed > 0 && <span>{t('changed', { count: changed })}</span>}
          </header>
          <dl>
            {lines.map((line) => (
              <div
                key={line.path}
                className={`${isStatement(line.component) ? styles.statementLine : ''} ${isWide(line.component) || line.changes.length > 0 ? styles.wideLine : ''} ${line.changes.length > 0 ? styles.changedLine : ''}`}
              >
                <dt>{line.label}</dt>
                <dd>
                  {revealed[line.path] ?? (
                    <AnswerValue component={line.component} value={line.value} documents={answers.documents} />
                  )}
                  {line.component.type === 'filepicker' && textsOf(line.value)[0] !== undefined && (
                    <Button type="link" size="small" onClick={() => show(textsOf(line.value)[0] ?? '')}>
                      {t('showDocument')}
                    </Button>
                  )}
                  {answers.revealable.includes(line.path) && revealed[line.path] === undefined && (
                    <Button
                      type="link"
                      size="small"
                      icon={<EyeOutlined aria-hidden="true" />}
                      onClick={() => setAsked(line)}
                    >
                      {t('reveal.ask')}
                      <span className="visually-hidden"> {line.label}</span>
                    </Button>
                  )}
                  <Old line={line} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {asked && (
        <RevealDialog
          task={task.id}
          path={asked.path}
          label={asked.label}
          close={() => setAsked(null)}
          done={(value) => setRevealed({ ...revealed, [asked.path]: value })}
        />
      )}
    </div>
  );
}

function Old({ line }: { line: AnswerLine }) {
  const { t } = useTexts('review');
  return line.changes.map((change) => (
    <span key={change.path} className={styles.old}>
      {change.path === line.path ? '' : `${change.label} `}
      {change.old === null ? t('newAnswer') : t('oldAnswer')} {change.old !== null && <s>{change.old}</s>}
    </span>
  ));
}
