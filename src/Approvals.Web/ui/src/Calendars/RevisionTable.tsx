import { Link } from 'react-router';
import type { CalendarRevisionDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { Tag } from '../Layout/Tag';
import styles from '../People/People.module.css';

const tones = { waiting: 'warn', moving: 'warn', settling: 'info', moved: 'ok', superseded: 'plain' } as const;

/** Every notice that was loaded, and how far it has come to open due dates. */
export function RevisionTable({ revisions }: { revisions: CalendarRevisionDto[] }) {
  const { t } = useTexts('calendars');
  return (
    <Panel id="revisions" title={t('revisions')} flush>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('revisions')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['number', 'year', 'source', 'loaded', 'changed', 'state', 'moved'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {revisions.map((row) => (
              <tr key={row.number}>
                <td>{row.number}</td>
                <td>{row.year}</td>
                <td>{[row.source, row.notice].filter(Boolean).join(' · ')}</td>
                <td>
                  {row.loadedAt.slice(0, 4)}-{shortInstant(row.loadedAt)}
                  <br />
                  <span className="muted small">
                    {row.loadedBy ?? t(row.fileName === null ? 'byProduct' : 'byCommand')}
                  </span>
                </td>
                <td>{row.changedDays}</td>
                <td>
                  <Tag tone={tones[row.state]}>{t(`state.${row.state}`)}</Tag>
                </td>
                <td>
                  {row.moved > 0 || row.looked > 0 ? (
                    <Link to={`/admin/calendars/revisions/${row.number}`}>
                      {t('movedOf', { moved: row.moved, looked: row.looked })}
                    </Link>
                  ) : (
                    '—'
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
