import type { QueueDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { Tag } from '../Layout/Tag';
import { count } from './FigureCards';
import styles from './Operations.module.css';

const columns = ['ready', 'later', 'retried', 'givenUp'] as const;

/** What waits for the pumps, and since when. */
export function QueuesPanel({ queues }: { queues: readonly QueueDto[] }) {
  const { t } = useTexts('operations');
  return (
    <Panel flush id="queues" title={t('queues.title')}>
      <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby="queues-title">
        <table className={`${styles.table} ${styles.small}`}>
          <thead>
            <tr>
              <th scope="col">{t('queues.queue')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className={styles.number}>
                  {t(`queues.${column}`)}
                </th>
              ))}
              <th scope="col">{t('queues.oldest')}</th>
            </tr>
          </thead>
          <tbody>
            {queues.map((queue) => (
              <tr key={queue.code} className={queue.stuck ? styles.broken : undefined}>
                <td>
                  {t(`queues.of.${queue.code as 'timers'}`)}{' '}
                  {queue.stuck && <Tag tone="error">{t('queues.stuck')}</Tag>}
                </td>
                {columns.map((column) => (
                  <td key={column} className={styles.number}>
                    {count(queue[column])}
                  </td>
                ))}
                <td>{queue.oldestReadyAt ? shortInstant(queue.oldestReadyAt) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
