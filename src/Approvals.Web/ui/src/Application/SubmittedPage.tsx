import { CheckCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/useTexts';
import { Link, useLocation, useParams } from 'react-router';
import { caseQuery } from '../api/cases';
import type { StepDto, SubmittedDto } from '../api/contract';
import { fullDay, weekday } from '../i18n/dates';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Timeline } from '../Timeline/Timeline';
import styles from './Submitted.module.css';
import { useFilingPlace } from './useFilingPlace';

/** The receipt at once: number, expected day, and who acts next. After a reload the case itself says the same. */
export default function SubmittedPage() {
  const { id = '' } = useParams();
  const location = useLocation();
  const known = location.state as SubmittedDto | null;
  const found = useQuery({ ...caseQuery(id), enabled: known === null });
  if (known !== null) {
    return (
      <Receipt id={id} number={known.number} expected={known.expectedOn} route={known.route} letter={known.receipt} />
    );
  }
  return (
    <QueryView query={found} panels={2}>
      {({ summary, timeline, letters }) => (
        <Receipt
          id={id}
          number={summary.number}
          expected={summary.expectedOn}
          route={timeline}
          letter={letters[0]?.id ?? null}
        />
      )}
    </QueryView>
  );
}

interface ReceiptProps {
  id: string;
  number: string;
  expected: string | null;
  route: StepDto[];
  letter: string | null;
}

function Receipt({ id, number, expected, route, letter }: ReceiptProps) {
  const { t } = useTexts('application');
  const place = useFilingPlace();
  return (
    <>
      <PageTitle title={t('submitted.title')} />
      <Panel>
        <div className={styles.receipt}>
          <CheckCircleFilled className={styles.icon} aria-hidden="true" />
          <div>
            <p className="muted">{t('submitted.number')}</p>
            <p className={styles.number}>{number}</p>
          </div>
          {expected && (
            <div>
              <p className="muted">{t('submitted.expected')}</p>
              <p className={styles.number}>
                {fullDay(expected)} <small>{weekday(expected)}</small>
              </p>
            </div>
          )}
        </div>
        <p className={styles.text}>{t('submitted.text')}</p>
        <p className={styles.links}>
          <Link to={`${place.cases}/${id}`}>{t('submitted.follow')}</Link>
          {letter && <Link to={`/letters/${letter}`}>{t('submitted.letter')}</Link>}
        </p>
      </Panel>
      <Panel title={t('submitted.route')}>
        <Timeline steps={route} />
      </Panel>
    </>
  );
}
