import { Link } from 'react-router';
import type { CaseResultDto } from '../api/contract';
import { CardFace } from '../Cards/CardFace';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { Tag } from '../Layout/Tag';
import styles from './CasePage.module.css';

/** The result: why, on which clauses, and what one can do against it. */
export function ResultPanel({ result, staff }: { result: CaseResultDto; staff?: boolean }) {
  const { t } = useTexts('cases');
  const tone = result.outcome === 'granted' ? 'ok' : result.outcome === 'refused' ? 'error' : 'plain';
  return (
    <Panel
      id="result"
      className={styles.result}
      title={
        <>
          {t('result.title')} <Tag tone={tone}>{result.title}</Tag>
        </>
      }
      extra={result.letterId && <Link to={`/letters/${result.letterId}`}>{t('result.letter')}</Link>}
    >
      <List title={t('result.reasons')} lines={result.reasons} />
      <List title={t('result.clauses')} lines={result.clauses.map((entry) => `${entry.clause} ${entry.text}`.trim())} />
      <List title={t('result.remedies')} lines={result.remedies} />
      {!staff && result.cards.length > 0 && (
        <div className={styles.cards}>
          {result.cards.map((card) => (
            <CardFace key={card.id} card={card} />
          ))}
        </div>
      )}
    </Panel>
  );
}

function List({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) {
    return null;
  }
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
