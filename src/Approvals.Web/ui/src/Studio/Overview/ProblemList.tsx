import { Link } from 'react-router';
import type { DraftProblem } from '../../api/studio';
import { useTexts } from '../../i18n/useTexts';
import { EmptyState } from '../../Layout/EmptyState';
import { Tag } from '../../Layout/Tag';
import { addressOf } from '../addressOf';
import { useDraft } from '../Shell/DraftContext';
import { tabOf } from '../tabs';
import styles from './Overview.module.css';

const first = 20;

/** What is wrong, each with what to do and a way to where it is; beyond the first ones file by file. */
export function ProblemList({ problems }: { problems: readonly DraftProblem[] }) {
  const { t } = useTexts('studio');
  if (problems.length === 0) {
    return <EmptyState title={t('problems.none')}>{t('problems.noneText')}</EmptyState>;
  }
  return (
    <>
      <Listed problems={problems.slice(0, first)} />
      {byFile(problems.slice(first)).map(([file, more]) => (
        <details key={file} className={styles.file}>
          <summary>
            <code>{file}</code> {t('problems.more', { count: more.length })}
          </summary>
          <Listed problems={more} />
        </details>
      ))}
    </>
  );
}

/** Problems by their file, in the order in which the files come. */
function byFile(problems: readonly DraftProblem[]): [string, DraftProblem[]][] {
  const files = new Map<string, DraftProblem[]>();
  for (const problem of problems) {
    files.set(problem.file, [...(files.get(problem.file) ?? []), problem]);
  }
  return [...files];
}

function Listed({ problems }: { problems: readonly DraftProblem[] }) {
  const { t } = useTexts('studio');
  const { draft } = useDraft();
  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => (
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
