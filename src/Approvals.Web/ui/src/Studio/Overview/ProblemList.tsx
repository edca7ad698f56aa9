import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DraftProblem } from '../../api/studio';
import { useTexts } from '../../i18n/useTexts';
import { EmptyState } from '../../Layout/EmptyState';
import { Tag } from '../../Layout/Tag';
import { useDraft } from '../Shell/DraftContext';
import { tabOf } from '../tabs';
import styles from './Overview.module.css';

const first = 20;

/** What is wrong, each with what to do and a way to where it is. */
export function ProblemList({ problems }: { problems: readonly DraftProblem[] }) {
  const { t } = useTexts('studio');
  const { draft } = useDraft();
  const [all, setAll] = useState(false);
  if (problems.length === 0) {
    return <EmptyState title={t('problems.none')}>{t('problems.noneText')}</EmptyState>;
  }
  return (
    <>
      <ul className={styles.problems}>
        {(all ? problems : problems.slice(0, first)).map((problem, index) => (
          <li key={`${problem.code} ${problem.file} ${problem.activity ?? ''} ${problem.place ?? ''} ${index}`}>
            <Tag tone={problem.severity === 'error' ? 'error' : 'info'}>{t(`problems.${problem.severity}`)}</Tag>
            <div>
              <p>{problem.text}</p>
              {problem.path.length > 0 && <BrokenPath problem={problem} />}
              <p className="muted small">
                <code>{[problem.file, problem.activity].filter(Boolean).join(' · ')}</code> — {problem.advice}
              </p>
            </div>
            {tabOf(problem) !== 'overview' && <Link to={addressOf(draft.id, problem)}>{t('problems.go')}</Link>}
          </li>
        ))}
      </ul>
      {problems.length > first && !all && (
        <p className={styles.more}>
          <Button size="small" onClick={() => setAll(true)}>
            {t('problems.all', { count: problems.length })}
          </Button>
        </p>
      )}
    </>
  );
}

/** A path that breaks a guarantee, in words, and the way to see it on the flow. */
function BrokenPath({ problem }: { problem: DraftProblem }) {
  const { t } = useTexts('studio');
  const { draft } = useDraft();
  const steps = problem.path.flatMap(({ activity }) => (activity === null ? [] : [encodeURIComponent(activity)]));
  return (
    <>
      <ol className={styles.path} aria-label={t('problems.path')}>
        {problem.path.map((step, index) => (
          <li key={index}>{step.text}</li>
        ))}
      </ol>
      <Link to={`/studio/${draft.id}/flow?path=${steps.join(',')}`}>{t('problems.lit')}</Link>
    </>
  );
}

/** Where a problem is: the page, and on it the file, step and place. */
function addressOf(id: string, problem: DraftProblem): string {
  const query = new URLSearchParams({ file: problem.file });
  if (problem.activity !== null) {
    query.set('activity', problem.activity);
  }
  if (problem.place !== null) {
    query.set('place', problem.place);
  }
  return `/studio/${id}/${tabOf(problem)}?${query.toString()}`;
}
