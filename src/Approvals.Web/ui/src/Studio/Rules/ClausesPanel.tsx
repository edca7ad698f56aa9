import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { type CitedClauseDto, clausesQuery } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { EmptyState } from '../../Layout/EmptyState';
import { QueryView } from '../../Layout/QueryView';
import { useDraft } from '../Shell/DraftContext';
import { ChangedClauses } from './ChangedClauses';
import { ClauseUse } from './ClauseUse';
import styles from './Rules.module.css';

/** Each clause with the rules, steps, fields, settings and sentences that rest on it. */
export function ClausesPanel() {
  const { t } = useTexts('designers');
  const { draft, revision } = useDraft();
  const [search, setSearch] = useState('');
  const clauses = useQuery(clausesQuery(draft.id, revision));
  const fits = (clause: CitedClauseDto) =>
    `${clause.document} ${t('clauses.article', { number: clause.article })} ${clause.uses.map((use) => use.text).join(' ')}`
      .toLowerCase()
      .includes(search.toLowerCase());
  return (
    <>
      <p className={styles.lead}>{t('clauses.text')}</p>
      <ChangedClauses />
      <h3 className={styles.all}>{t('clauses.all')}</h3>
      <Input.Search
        allowClear
        aria-label={t('clauses.search')}
        placeholder={t('clauses.search')}
        onChange={(event) => setSearch(event.target.value)}
      />
      <QueryView query={clauses}>
        {(found) => {
          const shown = found.filter(fits);
          return shown.length === 0 ? (
            <EmptyState title={t('clauses.none')}>{t('clauses.noneText')}</EmptyState>
          ) : (
            shown.map((clause) => <Clause key={`${clause.document} ${clause.article}`} clause={clause} />)
          );
        }}
      </QueryView>
    </>
  );
}

function Clause({ clause }: { clause: CitedClauseDto }) {
  const { t } = useTexts('designers');
  return (
    <article className={styles.clause}>
      <h3>
        {clause.document || t('clauses.unnamed')} {t('clauses.article', { number: clause.article })}
      </h3>
      <p className="muted small">{t('clauses.count', { count: clause.uses.length })}</p>
      <ul>
        {clause.uses.map((use) => (
          <li key={`${use.file} ${use.place} ${use.text}`}>
            <ClauseUse use={use} />
          </li>
        ))}
      </ul>
    </article>
  );
}
