import type { PresenceAverageDto, PresenceLedgerDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { Tag } from '../Layout/Tag';
import { daysLeft } from './days';
import styles from './Presence.module.css';

/** What the year counts to, what it asks for and what can still be done. */
export function CountPanel({ ledger }: { ledger: PresenceLedgerDto }) {
  const { t } = useTexts('presence');
  const { count } = ledger;
  return (
    <Panel id="count" title={t('count')}>
      <div className={styles.figure}>
        <p>
          <strong>{count.days}</strong>
          {count.required !== null && (
            <span> {t(count.inWorkdays ? 'ofWorkdays' : 'of', { count: count.required })}</span>
          )}
        </p>
        {count.missing !== null && (
          <Tag tone={count.missing > 0 ? 'warn' : 'ok'}>
            {count.missing > 0 ? t('missing', { count: count.missing }) : t('met')}
          </Tag>
        )}
      </div>
      <Bar ledger={ledger} />
      <Rows ledger={ledger} />
      {count.missing !== null && count.missing > 0 && <Missing ledger={ledger} missing={count.missing} />}
      <p className={styles.note}>
        {count.threshold === null
          ? t('noDuty')
          : t(count.inWorkdays ? 'ruleWorkdays' : 'rule', { threshold: count.threshold })}
      </p>
      {ledger.average && <Average average={ledger.average} threshold={count.threshold ?? 0} />}
    </Panel>
  );
}

function Bar({ ledger: { count } }: { ledger: PresenceLedgerDto }) {
  const { t } = useTexts('presence');
  const most = Math.max(130, count.classA + count.classB, (count.required ?? 0) + 10);
  const share = (days: number) => `${(days / most) * 100}%`;
  return (
    <div className={styles.bar} role="img" aria-label={t('days', { count: count.days })}>
      <i className={styles.classA} style={{ width: share(count.classA) }} />
      <i className={styles.classB} style={{ width: share(count.classB) }} />
      {count.required !== null && (
        <div className={styles.need} style={{ left: share(count.required) }}>
          <span>{t('required', { count: count.required })}</span>
        </div>
      )}
    </div>
  );
}

function Rows({ ledger: { count } }: { ledger: PresenceLedgerDto }) {
  const { t } = useTexts('presence');
  const rows = [
    { key: 'a', days: count.classA, what: 'counted', always: true },
    { key: 'b', days: count.classB, what: 'counted', always: true },
    { key: 'uncounted', days: count.uncounted, what: 'notCounted', always: true },
    { key: 'merged', days: count.merged, what: 'merged', always: false },
    { key: 'outside', days: count.outside, what: 'notCounted', always: false },
  ] as const;
  return (
    <dl className={styles.rows}>
      {rows
        .filter((row) => row.always || row.days > 0)
        .map((row) => (
          <div key={row.key}>
            <dt>{t(`row.${row.key}`)}</dt>
            <dd>{t('days', { count: row.days })}</dd>
            <dd>{t(row.what)}</dd>
          </div>
        ))}
    </dl>
  );
}

/** At least two things that can be done. */
function Missing({ ledger, missing }: { ledger: PresenceLedgerDto; missing: number }) {
  const { t } = useTexts('presence');
  const left = daysLeft(ledger.today, ledger.year);
  const { uncounted } = ledger.count;
  return (
    <div className={styles.warning} role="note">
      <strong>{left > 0 ? t('warn.title', { missing, left }) : t('warn.over', { missing })}</strong>
      <p>{t('warn.any')}</p>
      <ul>
        {left >= missing && <li>{t('warn.stay', { end: `${ledger.year}-12-31`, missing })}</li>}
        {uncounted > 0 && <li>{t('warn.prove', { count: uncounted })}</li>}
        <li>{t('warn.enter')}</li>
      </ul>
      <p>{ledger.isOwn && t('warn.ask')}</p>
    </div>
  );
}

function Average({ average, threshold }: { average: PresenceAverageDto; threshold: number }) {
  const { t } = useTexts('presence');
  return (
    <div className={styles.note}>
      <strong>{t('average')}</strong>
      {!average.complete && t('averageRunning')}
      <div className={styles.years}>
        {average.years.map((year) => (
          <div key={year.year}>
            <span>{year.year}</span>
            <Tag tone={year.days >= threshold ? 'info' : 'warn'}>{year.days}</Tag>
          </div>
        ))}
      </div>
      <p>
        {t('averageText', { average: average.average.toFixed(2) })}
        {t(average.reached ? 'averageMet' : 'averageNot')}
      </p>
    </div>
  );
}
