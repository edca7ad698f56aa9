import { Progress } from 'antd';
import { useState } from 'react';
import type { components } from '../../api/generated';
import type { TableFinding } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { Tag } from '../../Layout/Tag';
import { FindingCard } from './FindingCard';
import styles from './Tables.module.css';

export interface FindingActs {
  addRule: (finding: TableFinding) => unknown;
  accept: (finding: TableFinding, reason: string) => Promise<unknown>;
  reopen: (finding: TableFinding) => unknown;
  test: (finding: TableFinding) => unknown;
  merge: (finding: TableFinding) => unknown;
  look: (finding: TableFinding) => unknown;
}

interface Props {
  analysis: components['schemas']['TableAnalysisDto'] | undefined;
  readOnly: boolean;
  acts: FindingActs;
}

const kinds = ['gap', 'overlap', 'unreachable', 'masked', 'contradiction', 'outsideAllowed', 'mergeable'] as const;
const always: readonly string[] = ['gap', 'overlap', 'unreachable', 'mergeable'];
const most = 40;

/** What the analysis of the table found, each with an example and what can be done about it. */
export function FindingsPanel({ analysis, readOnly, acts }: Props) {
  const { t } = useTexts('tables');
  const [withAccepted, setWithAccepted] = useState(false);
  const open = analysis?.findings.filter((finding) => finding.accepted === null) ?? [];
  const accepted = analysis?.findings.filter((finding) => finding.accepted !== null) ?? [];
  const listed = withAccepted ? [...open, ...accepted] : open;
  return (
    <aside className={styles.findings} aria-label={t('findings.title')}>
      <header>
        <h2>{t('findings.title')}</h2>
        {analysis && !analysis.done && (
          <Progress percent={analysis.percent} size="small" aria-label={t('findings.running')} />
        )}
        <p className="muted small">{analysis?.done === false ? t('findings.running') : t('findings.auto')}</p>
        <p className={styles.tags}>
          {kinds
            .map((kind) => ({ kind, count: open.filter((finding) => finding.kind === kind).length }))
            .filter(({ kind, count }) => count > 0 || always.includes(kind))
            .map(({ kind, count }) => (
              <Tag key={kind} tone={count === 0 ? 'plain' : kind === 'mergeable' ? 'info' : 'warn'}>
                {t(`finding.${kind}`)} {count}
              </Tag>
            ))}
        </p>
      </header>
      {(analysis?.broken ?? []).length > 0 && (
        <section className={styles.finding}>
          <h3>{t('findings.broken')}</h3>
          <ul>
            {analysis?.broken.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {analysis?.done && listed.length === 0 && analysis.broken.length === 0 && (
        <p className={styles.finding}>{t('findings.none')}</p>
      )}
      {listed.slice(0, most).map((finding) => (
        <FindingCard
          key={`${finding.kind} ${finding.ruleKeys.join()} ${finding.exampleText}`}
          finding={finding}
          readOnly={readOnly}
          acts={acts}
        />
      ))}
      {accepted.length > 0 && (
        <button type="button" className={styles.more} onClick={() => setWithAccepted(!withAccepted)}>
          {t(withAccepted ? 'findings.hide' : 'findings.accepted', { count: accepted.length })}
        </button>
      )}
      {(analysis?.notAnalysed ?? []).map((line) => (
        <p key={line} className={styles.left}>
          {line}
        </p>
      ))}
    </aside>
  );
}
