import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { counterQuery } from '../api/employers';
import styles from '../Employers/Employers.module.css';
import { CaseRow } from '../Home/CasesPanel';
import { placeAtCounter } from '../Home/placeOf';
import { WaitingRow } from '../Home/WaitingRow';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { MoreHint } from '../Layout/MoreHint';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import people from '../People/People.module.css';
import { StartFiling } from './StartFiling';

/** A clerk files for somebody who stands at the counter. */
export default function CounterPage() {
  const { t } = useTexts('employers');
  const found = useQuery(counterQuery);
  return (
    <div className={people.page}>
      <PageTitle title={t('counter.title')} below={t('counter.text')} />
      <QueryView query={found} panels={2}>
        {(desk) => (
          <>
            <div className={styles.halves}>
              <div>
                <StartFiling desk={desk} />
              </div>
              <div>
                <Panel title={t('counter.waiting')} flush>
                  {desk.waiting.length === 0 && <EmptyState title={t('counter.noWaiting')} />}
                  <ul>
                    {desk.waiting.map(({ applicant, task }) => (
                      <WaitingRow key={task.taskId} entry={task} who={applicant} to={placeAtCounter(task)} />
                    ))}
                  </ul>
                  {desk.moreWaiting && <MoreHint>{t('counter.moreWaiting')}</MoreHint>}
                </Panel>
                {desk.drafts.length > 0 && (
                  <Panel title={t('counter.drafts')} flush>
                    <ul>
                      {desk.drafts.map((draft) => (
                        <li key={draft.id} className={styles.row}>
                          <Link to={`/work/counter/apply/${draft.id}`}>
                            {draft.serviceName} · {draft.applicant}
                          </Link>
                          <span className="muted">{shortInstant(draft.savedAt)}</span>
                        </li>
                      ))}
                    </ul>
                  </Panel>
                )}
              </div>
            </div>
            <Panel title={t('counter.cases')} flush>
              {desk.cases.length === 0 && <EmptyState title={t('counter.none')}>{t('counter.noneText')}</EmptyState>}
              <ul>
                {desk.cases.map((one) => (
                  <li key={one.id} className={styles.row}>
                    <div>
                      <CaseRow summary={one} to={`/work/cases/${one.id}`} />
                    </div>
                  </li>
                ))}
              </ul>
              {desk.moreCases && <MoreHint>{t('counter.moreCases')}</MoreHint>}
            </Panel>
          </>
        )}
      </QueryView>
    </div>
  );
}
