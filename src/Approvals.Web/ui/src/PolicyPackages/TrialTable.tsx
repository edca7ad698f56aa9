import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { trialQuery, type Way } from '../api/policy';
import type { TrialCaseDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import people from '../People/People.module.css';
import styles from './PolicyPackages.module.css';

/** What would become of each case, or why it cannot be migrated. */
export function TrialTable({ way }: { way: Way }) {
  const { t } = useTexts('policy');
  const [cursor, setCursor] = useState<string>();
  const trial = useQuery(trialQuery(way, cursor));
  return (
    <Panel flush title={t('migration.trial')}>
      <p className={`muted ${styles.note}`}>{t('migration.trialText')}</p>
      <QueryView query={trial}>
        {(found) => (
          <>
            {found.items.length === 0 && <EmptyState title={t('migration.none')}>{t('migration.noneText')}</EmptyState>}
            {found.items.length > 0 && (
              <>
                <p className={styles.note} role="status">
                  {t('migration.counts', {
                    count: found.items.length,
                    possible: found.items.filter((one) => one.possible).length,
                    impossible: found.items.filter((one) => !one.possible).length,
                  })}
                </p>
                <Cases cases={found.items} />
              </>
            )}
            {(found.next ?? cursor) && (
              <p className={people.pages}>
                {cursor && <Button onClick={() => setCursor(undefined)}>{t('migration.first')}</Button>}
                {found.next !== null && (
                  <Button onClick={() => setCursor(found.next ?? undefined)}>{t('migration.next')}</Button>
                )}
              </p>
            )}
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function Cases({ cases }: { cases: TrialCaseDto[] }) {
  const { t } = useTexts('policy');
  return (
    <div className={people.scroll} tabIndex={0} role="region" aria-label={t('migration.trial')}>
      <table className={people.table}>
        <thead>
          <tr>
            {(['case', 'outcome', 'after', 'due'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`migration.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={one.place}>
              <td>{one.number ?? t('migration.hidden', { place: one.place })}</td>
              <td>
                <Tag tone={one.possible ? 'ok' : 'error'}>
                  {t(one.possible ? 'migration.possible' : 'migration.impossible')}
                </Tag>
                {one.why && <p>{one.why}</p>}
              </td>
              <td>
                <After one={one} />
              </td>
              <td>
                <Days before={one.dueBefore} after={one.dueAfter} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function After({ one }: { one: TrialCaseDto }) {
  const { t } = useTexts('policy');
  const waits = one.waits.filter((step) => !one.tasks.some((task) => task.step === step));
  return (
    <ul>
      {one.tasks.map((task, index) => (
        <li key={index}>
          {t('migration.held', { step: task.step, holder: task.holder ?? t('migration.queue') })}{' '}
          <span className="muted">
            <Days before={task.dueBefore} after={task.dueAfter} />
          </span>
        </li>
      ))}
      {waits.map((step) => (
        <li key={step}>{step}</li>
      ))}
      {one.newVariables.length > 0 && (
        <li className="muted">{t('migration.newValues', { values: one.newVariables.join(t('common:listComma')) })}</li>
      )}
    </ul>
  );
}

function Days({ before, after }: { before: string | null; after: string | null }) {
  const { t } = useTexts('policy');
  return before === after ? (
    <>{after ?? '—'}</>
  ) : (
    <>{t('migration.dueChange', { before: before ?? '—', after: after ?? '—' })}</>
  );
}
