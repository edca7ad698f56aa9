import type { PresenceEntryDto, PresenceLedgerDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { EntryRow } from './EntryRow';
import styles from './Presence.module.css';

const heads = ['range', 'days', 'counted', 'class', 'proofs', 'employer', 'documents', 'state', 'acts'] as const;

interface Props {
  ledger: PresenceLedgerDto;
  change: (entry: PresenceEntryDto) => void;
  mark: (entry: PresenceEntryDto | undefined) => void;
}

/** The entries of a year with what each adds to the count, and what became of earlier ones. */
export function EntriesPanel({ ledger, change, mark }: Props) {
  const { t } = useTexts('presence');
  const opens = ledger.checkedOn
    ? { year: ledger.checkedOn.slice(0, 4), month: Number(ledger.checkedOn.slice(5, 7)) }
    : null;
  const sum = ledger.entries.reduce((days, entry) => days + entry.days, 0);
  const counted = ledger.entries.reduce((days, entry) => days + entry.counted, 0);
  return (
    <>
      <Panel
        id="entries"
        flush
        title={
          <>
            {t('entries')} <small>{t('entriesCount', { count: ledger.entries.length })}</small>
          </>
        }
        extra={opens && <span className="muted small">{t('checked', opens)}</span>}
      >
        {ledger.entries.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
        ) : (
          <Table label={t('entries')}>
            {ledger.entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} year={ledger.year} change={change} mark={mark} />
            ))}
            <tr>
              <th scope="row">{t('total')}</th>
              <td className={styles.number}>{sum}</td>
              <td className={styles.number}>
                <strong>{counted}</strong>
              </td>
              <td colSpan={6} className="muted">
                {t('totalText')}
              </td>
            </tr>
          </Table>
        )}
      </Panel>
      {ledger.history.length > 0 && (
        <Panel id="history" flush title={t('history')}>
          <Table label={t('history')}>
            {ledger.history.map((entry) => (
              <EntryRow key={entry.id} entry={entry} year={ledger.year} change={change} mark={mark} />
            ))}
          </Table>
        </Panel>
      )}
    </>
  );
}

function Table({ label, children }: { label: string; children: React.ReactNode }) {
  const { t } = useTexts('presence');
  return (
    <div className={styles.wide} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={head === 'days' || head === 'counted' ? styles.number : undefined}>
                {t(`head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
