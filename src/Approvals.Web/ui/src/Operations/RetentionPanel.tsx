import { useQuery } from '@tanstack/react-query';
import type { RetentionDto } from '../api/contract';
import { retentionQuery } from '../api/operations';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import { HoldsPanel } from './HoldsPanel';
import styles from './Operations.module.css';

/** What retention would archive and erase today, before it does; and what is held. */
export function RetentionPanel() {
  const found = useQuery(retentionQuery);
  return (
    <QueryView query={found} panels={1}>
      {(data) => (
        <div className={styles.pair}>
          <Due data={data} />
          <HoldsPanel holds={data.holds} />
        </div>
      )}
    </QueryView>
  );
}

function Due({ data }: { data: RetentionDto }) {
  const { t } = useTexts('operations');
  return (
    <Panel flush id="retention" title={t('retention.title')}>
      <p className={styles.fault}>
        {t('retention.counts', { archive: data.toArchive, erase: data.toErase, kept: data.kept, looked: data.looked })}
      </p>
      {data.rows.length === 0 && <EmptyState title={t('retention.none')}>{t('retention.noneText')}</EmptyState>}
      <ul className={styles.tall}>
        {data.rows.map((row) => (
          <li key={row.number} className={styles.fault}>
            <p>
              <Tag tone={row.barrier !== null ? 'warn' : row.act === 'erase' ? 'error' : 'info'}>
                {t(
                  row.barrier !== null
                    ? 'retention.kept'
                    : row.act === 'erase'
                      ? 'retention.erase'
                      : 'retention.archive',
                )}
              </Tag>{' '}
              <strong>{row.number}</strong>{' '}
              <span className="muted">
                {[
                  row.service,
                  row.class,
                  t('retention.finished', { day: row.finished }),
                  row.lastDay ? t('retention.until', { day: row.lastDay }) : t('retention.forever'),
                ].join(' · ')}
              </span>
            </p>
            {row.barrier !== null && <p>{row.barrier}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
