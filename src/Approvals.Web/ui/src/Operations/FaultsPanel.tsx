import type { JobFaultDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { Tag } from '../Layout/Tag';
import styles from './Operations.module.css';

/** What went wrong in jobs since yesterday. */
export function FaultsPanel({ faults }: { faults: readonly JobFaultDto[] }) {
  const { t } = useTexts('operations');
  return (
    <Panel flush id="faults" title={t('faults.title')}>
      {faults.length === 0 && <EmptyState title={t('faults.none')}>{t('faults.noneText')}</EmptyState>}
      <Faults faults={faults} />
    </Panel>
  );
}

/** One after another: which job, when, which chunk, and what happened. */
export function Faults({ faults }: { faults: readonly JobFaultDto[] }) {
  const { t } = useTexts('operations');
  return (
    <ul>
      {faults.map((fault) => (
        <li key={`${fault.run} ${fault.at} ${fault.code} ${fault.chunk ?? ''}`} className={styles.fault}>
          <p>
            <Tag tone={fault.brokeRun ? 'error' : 'warn'}>{t(fault.brokeRun ? 'faults.broke' : 'faults.skipped')}</Tag>{' '}
            <strong>{fault.job}</strong>{' '}
            <span className="muted">
              {[shortInstant(fault.at), fault.code, fault.chunk ? t('faults.chunk', { chunk: fault.chunk }) : '']
                .filter(Boolean)
                .join(' · ')}
            </span>
          </p>
          <p>{fault.message}</p>
        </li>
      ))}
    </ul>
  );
}
