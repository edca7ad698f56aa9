import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { batchCasesQuery, batchesQuery, rollBackMigration, stopMigration } from '../api/policy';
import type { MigrationBatchDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { QueryView } from '../Layout/QueryView';
import { Tag, type Tone } from '../Layout/Tag';
import people from '../People/People.module.css';
import { ConfirmDialog } from './ConfirmDialog';
import styles from './PolicyPackages.module.css';

/** A batch: how far it is, what became of its cases, and the way back. */
export function Batch({ batch }: { batch: MigrationBatchDto }) {
  const { t } = useTexts('policy');
  const client = useQueryClient();
  const [wanted, setWanted] = useState<'stop' | 'rollback'>();
  const [shown, setShown] = useState(false);
  const state = stateOf(batch);
  const dealt = batch.migrated + batch.refused + batch.rolledBack + batch.kept;
  const pending = batch.state === 'pending';
  const returnable = !pending && batch.migrated > 0 && state !== 'rolledBack';
  return (
    <div className={styles.batch}>
      <div className={styles.batchHead}>
        <strong>{t('batch.way', { from: batch.fromNumber, to: batch.toNumber })}</strong>
        <Tag tone={tones[state]}>{t(`batchState.${state}`)}</Tag>
        <span className="muted">{[batch.service, batch.createdBy, shortInstant(batch.createdAt)].join(' · ')}</span>
      </div>
      <p>{batch.reason}</p>
      {pending && <progress className={styles.bar} aria-label={t('batch.bar')} max={batch.total} value={dealt} />}
      <p className="muted">{t('batch.progress', batch)}</p>
      <div className={styles.acts}>
        {pending && (
          <Button size="small" onClick={() => setWanted('stop')}>
            {t('batch.stop')}
          </Button>
        )}
        {returnable && (
          <Button size="small" danger onClick={() => setWanted('rollback')}>
            {t('batch.rollback')}
          </Button>
        )}
        <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'batch.close' : 'batch.cases')}
        </Button>
      </div>
      {shown && <BatchCases id={batch.id} />}
      {wanted && (
        <ConfirmDialog
          title={t(`batch.${wanted}`)}
          text={t(`batch.${wanted}Text`)}
          danger
          reasoned={wanted === 'rollback'}
          act={(reason) => (wanted === 'stop' ? stopMigration(batch.id) : rollBackMigration(batch.id, reason))}
          done={() => client.invalidateQueries({ queryKey: batchesQuery.queryKey })}
          close={() => setWanted(undefined)}
        />
      )}
    </div>
  );
}

function BatchCases({ id }: { id: string }) {
  const { t } = useTexts('policy');
  const [cursor, setCursor] = useState<string>();
  const cases = useQuery(batchCasesQuery(id, cursor));
  return (
    <QueryView query={cases}>
      {(found) => (
        <>
          <ul className={styles.findings}>
            {found.items.map((one) => (
              <li key={one.caseId}>
                {one.number} {t(`outcome.${one.outcome}`)}
                {one.why && <p className="muted">{one.why}</p>}
              </li>
            ))}
          </ul>
          {found.next !== null && (
            <p className={people.pages}>
              <Button onClick={() => setCursor(found.next ?? undefined)}>{t('migration.next')}</Button>
            </p>
          )}
        </>
      )}
    </QueryView>
  );
}

const tones: Record<ReturnType<typeof stateOf>, Tone> = {
  pending: 'info',
  rollingBack: 'info',
  done: 'ok',
  rolledBack: 'plain',
  stopped: 'warn',
  failed: 'error',
};

function stateOf({ state, isRollback }: MigrationBatchDto) {
  if (isRollback && state === 'pending') {
    return 'rollingBack';
  }
  return isRollback && state === 'done' ? 'rolledBack' : state;
}
