import { useQuery } from '@tanstack/react-query';
import { type ReplayRunDto, replayWorkQuery } from '../../api/replays';
import { useTexts } from '../../i18n/useTexts';
import { QueryView } from '../../Layout/QueryView';
import styles from './Test.module.css';

/** How many tasks each step had in each week, and would have had by this version. */
export function ReplayWork({ run }: { run: ReplayRunDto }) {
  const { t } = useTexts('rehearsal');
  const query = useQuery(replayWorkQuery(run.id, run.played));
  return (
    <details className={styles.work}>
      <summary>{t('work')}</summary>
      <QueryView query={query}>
        {({ rows, leftOut }) => (
          <>
            {leftOut > 0 && <p className="muted small">{t('leftOut', { count: leftOut })}</p>}
            <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('work')}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    {(['week', 'step', 'before', 'after'] as const).map((column) => (
                      <th key={column} scope="col">
                        {t(`workColumns.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={`${row.week} ${row.activity}`} data-changed={row.before !== row.after}>
                      <td>{row.week}</td>
                      <td>{row.step}</td>
                      <td className={styles.number}>{row.before}</td>
                      <td className={styles.number}>{row.after}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </QueryView>
    </details>
  );
}
