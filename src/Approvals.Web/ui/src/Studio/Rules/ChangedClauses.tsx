import { useQuery } from '@tanstack/react-query';
import { type ChangedClauseDto, clauseChangesQuery } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { QueryView } from '../../Layout/QueryView';
import { Tag, type Tone } from '../../Layout/Tag';
import { useDraft } from '../Shell/DraftContext';
import { ClauseUse } from './ClauseUse';
import styles from './Rules.module.css';

type State = ChangedClauseDto['uses'][number]['state'];
const tones: Record<State, Tone> = { toLookAt: 'warn', changed: 'ok', added: 'info', removed: 'plain' };

/** The clauses that this version changes, each with what depends on it, and whether that was changed with it. */
export function ChangedClauses() {
  const { t } = useTexts('designers');
  const { draft, revision } = useDraft();
  const changes = useQuery(clauseChangesQuery(draft.id, revision));
  return (
    <section className={styles.changed} aria-labelledby="changed-clauses">
      <QueryView query={changes}>
        {({ from, toLookAt, clauses }) => (
          <>
            <h3 id="changed-clauses" className={styles.clause}>
              {from === null ? t('clauses.changed.first') : t('clauses.changed.title', { number: from })}
            </h3>
            {from !== null && (
              <p className="muted small">
                {clauses.length === 0
                  ? t('clauses.changed.none')
                  : t('clauses.changed.text', { clauses: clauses.length, count: toLookAt })}
              </p>
            )}
            {clauses.map((clause) => (
              <Changed key={`${clause.document} ${clause.article} ${clause.act}`} clause={clause} />
            ))}
          </>
        )}
      </QueryView>
    </section>
  );
}

function Changed({ clause }: { clause: ChangedClauseDto }) {
  const { t } = useTexts('designers');
  return (
    <article className={styles.clause}>
      <h4>
        {clause.document || t('clauses.unnamed')} {t('clauses.article', { number: clause.article })}
      </h4>
      <p className="muted small">{t(`clauses.acts.${clause.act}`)}</p>
      <ul>
        {clause.uses.map(({ use, state }) => (
          <li key={`${use.file} ${use.place} ${state} ${use.text}`}>
            <ClauseUse use={use} gone={state === 'removed'}>
              <Tag tone={tones[state]}>{t(`clauses.states.${state}`)}</Tag>
            </ClauseUse>
          </li>
        ))}
      </ul>
    </article>
  );
}
