import { Link } from 'react-router';
import type { CaseDto } from '../api/contract';
import { placeAtCounter, placeOf } from '../Home/placeOf';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { useDocumentTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { DueBadge } from '../DueBadge/DueBadge';
import { FeedbackPanel } from '../Feedback/FeedbackPanel';
import { Timeline } from '../Timeline/Timeline';
import { AnswersPanel } from './AnswersPanel';
import { CaseHead } from './CaseHead';
import styles from './CasePage.module.css';
import { DuePanel } from './DuePanel';
import { MapPanel } from './MapPanel';
import { MessagesPanel } from './MessagesPanel';
import { PlacePanel } from './PlacePanel';
import { PromisedPanel } from './PromisedPanel';
import { RelatedPanel } from './RelatedPanel';
import { ResultPanel } from './ResultPanel';
import { StatementPanel } from './StatementPanel';

/** A case: where it stands on the left; why that day, what is still wanted and messages on the right. */
export function CaseView({ found, staff }: { found: CaseDto; staff?: boolean }) {
  const { t } = useTexts('cases');
  const { summary } = found;
  // A clerk who filed at the counter is asked there for what the applicant is asked for.
  const tasks = staff ? found.tasks.filter((task) => task.action !== 'work') : found.tasks;
  const place = staff ? placeAtCounter : placeOf;
  useDocumentTitle(`${summary.serviceName} ${summary.number}`);
  return (
    <>
      <nav className={styles.crumbs} aria-label={t('crumbs')}>
        <Link to={staff ? '/work/cases' : '/cases'}>{t(staff ? 'shell:nav.search' : 'title')}</Link> / {t('detail')}
      </nav>
      <CaseHead found={found} staff={staff} />
      {tasks.length > 0 && (
        <Panel id="tasks" title={t('home:waiting.title')} className={styles.tasks} flush>
          {tasks.map((task) => (
            <div key={task.id} className={styles.task}>
              <DueBadge due={task.due} />
              <strong>{task.title}</strong>
              <Link to={place({ action: task.action, taskId: task.id, caseId: summary.id })}>{t('goOn')}</Link>
            </div>
          ))}
        </Panel>
      )}
      {found.statement && <StatementPanel statement={found.statement} caseId={summary.id} />}
      {found.result && <ResultPanel result={found.result} staff={staff} />}
      <div className={styles.columns}>
        <div>
          <Panel id="timeline" title={t('progress')} extra={<Legend />}>
            <Timeline steps={found.timeline} />
          </Panel>
          <MapPanel id={summary.id} />
          <AnswersPanel answers={found.answers} />
        </div>
        <div>
          {found.hasPlace && <PlacePanel caseId={summary.id} />}
          {found.dueExplanation && <DuePanel explanation={found.dueExplanation} expected={summary.expectedOn} />}
          {found.promised.length > 0 && <PromisedPanel found={found} staff={staff} />}
          {found.related.length > 0 && <RelatedPanel related={found.related} staff={staff} />}
          {found.letters.length > 0 && (
            <Panel title={t('letters')} flush>
              {found.letters.map((letter) => (
                <div key={letter.id} className={styles.line}>
                  <Link to={`/letters/${letter.id}`}>{letter.title}</Link>
                  <span className="muted">{shortInstant(letter.sentAt)}</span>
                </div>
              ))}
            </Panel>
          )}
          <MessagesPanel found={found} />
          {!staff && <FeedbackPanel found={found} />}
        </div>
      </div>
    </>
  );
}

function Legend() {
  const { t } = useTexts('cases');
  return (
    <span className={styles.legend} aria-hidden="true">
      <i className={styles.done} /> {t('status.done')}
      <i className={styles.current} /> {t('status.current')}
      <i className={styles.coming} /> {t('status.coming')}
    </span>
  );
}
