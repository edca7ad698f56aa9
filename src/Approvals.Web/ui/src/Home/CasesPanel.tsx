import { Trans } from 'react-i18next';
import { useTexts } from '../i18n/useTexts';
import { Link } from 'react-router';
import type { CaseSummaryDto } from '../api/contract';
import { useSession } from '../App/useSession';
import { monthDay } from '../i18n/dates';
import { Panel } from '../Layout/Panel';
import { Tag, toneOfState } from '../Layout/Tag';
import { StepsBar } from '../Timeline/StepsBar';
import styles from './Home.module.css';

export function CasesPanel({ cases }: { cases: CaseSummaryDto[] }) {
  const { t } = useTexts('home');
  return (
    <Panel title={t('cases.title')} extra={<Link to="/cases">{t('cases.all')}</Link>} flush>
      <ul>
        {cases.map((one) => (
          <li key={one.id} className={styles.row}>
            <CaseRow summary={one} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A case in a list: name, state, expected day or that it has passed, and the steps as a bar. */
export function CaseRow({ summary, to }: { summary: CaseSummaryDto; to?: string }) {
  const { t } = useTexts('home');
  const { today } = useSession();
  const overdue = summary.result === null && summary.expectedOn !== null && summary.expectedOn < today;
  return (
    <>
      <div className={styles.caseHead}>
        <Link to={to ?? `/cases/${summary.id}`}>
          {summary.serviceName}
          {summary.headline && ` · ${summary.headline}`}
        </Link>
        <Tag tone={toneOfState(summary.state)}>{summary.resultName ?? summary.stateName}</Tag>
        {summary.expectedOn && (
          <span className={overdue ? `${styles.expected} ${styles.overdue}` : styles.expected}>
            <Trans
              t={t}
              i18nKey={overdue ? 'cases.overdue' : 'cases.expected'}
              values={{ day: monthDay(summary.expectedOn) }}
              components={{ b: <strong /> }}
            />
          </span>
        )}
      </div>
      <p className={styles.small}>
        {summary.number} · {t('cases.submitted', { day: monthDay(summary.submittedOn) })}
      </p>
      {summary.result === null && <StepsBar steps={summary.steps} />}
    </>
  );
}
