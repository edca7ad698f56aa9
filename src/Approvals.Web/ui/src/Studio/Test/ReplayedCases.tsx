import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type ReplayChangeDto, replayedCasesQuery, type ReplayRunDto, type ReplayVerdict } from '../../api/replays';
import { useTexts } from '../../i18n/useTexts';
import { QueryView } from '../../Layout/QueryView';
import { CaseNote } from './CaseNote';
import styles from './Test.module.css';

const verdicts: readonly ReplayVerdict[] = ['changed', 'undetermined', 'same'];

/** The cases of a run with what comes out otherwise: which rule, which clause, which result. */
export function ReplayedCases({ run }: { run: ReplayRunDto }) {
  const { t } = useTexts('rehearsal');
  const [verdict, setVerdict] = useState<ReplayVerdict>('changed');
  const [cursor, setCursor] = useState<string>();
  const query = useQuery(replayedCasesQuery(run.id, verdict, cursor, run.played));
  return (
    <>
      <Segmented<ReplayVerdict>
        aria-label={t('verdict')}
        value={verdict}
        options={verdicts.map((one) => ({ value: one, label: `${t(`verdicts.${one}`)} ${run[one]}` }))}
        onChange={(chosen) => {
          setVerdict(chosen);
          setCursor(undefined);
        }}
      />
      <QueryView query={query}>
        {({ items, next }) =>
          items.length === 0 ? (
            <p className="muted">{t('noCases')}</p>
          ) : (
            <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('cases')}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('case')}</th>
                    <th scope="col">{t('why')}</th>
                    {verdict === 'changed' && <th scope="col">{t('noteColumn')}</th>}
                  </tr>
                </thead>
                <tbody>
                  {items.map((one) => (
                    <tr key={one.place}>
                      <td>
                        {one.id === null ? (
                          t('place', { place: one.place })
                        ) : (
                          <Link to={`/work/cases/${one.id}`}>{one.caseNumber}</Link>
                        )}
                      </td>
                      <td>
                        {one.why && <p>{one.why}</p>}
                        {one.changes.map((change, index) => (
                          <p key={index}>
                            <Told change={change} />
                          </p>
                        ))}
                      </td>
                      {verdict === 'changed' && (
                        <td>
                          <CaseNote run={run} row={one} />
                        </td>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
              {(next ?? cursor) && (
                <p className={styles.adding}>
                  {cursor && <Button onClick={() => setCursor(undefined)}>{t('firstPage')}</Button>}
                  {next !== null && <Button onClick={() => setCursor(next)}>{t('nextPage')}</Button>}
                </p>
              )}
            </div>
          )
        }
      </QueryView>
    </>
  );
}

function Told({ change }: { change: ReplayChangeDto }) {
  const { t } = useTexts('rehearsal');
  const rules = (list: ReplayChangeDto['rulesBefore']) =>
    list
      .map(({ decision, number, clause }) => `${decision} #${number}${clause === null ? '' : ` (${clause})`}`)
      .join('；') || '–';
  switch (change.kind) {
    case 'decision':
      return (
        <>
          {t('change.decision', { step: change.step ?? '–', decision: change.decision ?? '–' })}{' '}
          {change.before !== change.after && (
            <>
              <del>{change.before ?? '–'}</del> <ins>{change.after ?? '–'}</ins>{' '}
            </>
          )}
          <span className="muted">
            {t('change.rules', { before: rules(change.rulesBefore), after: rules(change.rulesAfter) })}
          </span>
        </>
      );
    case 'result':
      return (
        <>
          {t('change.result')} <del>{change.before ?? '–'}</del> <ins>{change.after ?? '–'}</ins>
        </>
      );
    default:
      return <>{t('change.steps', { gone: change.gone.join('、') || '–', added: change.added.join('、') || '–' })}</>;
  }
}
