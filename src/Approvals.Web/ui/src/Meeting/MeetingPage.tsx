import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { MeetingDto } from '../api/contract';
import { meetingQuery } from '../api/meeting';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import styles from './Meeting.module.css';
import { MeetingBar } from './MeetingBar';
import { MeetingFilterBar } from './MeetingFilterBar';
import { MeetingList } from './MeetingList';
import { MeetingWaiting } from './MeetingWaiting';
import { type MeetingPlace, most, placeOf, queryOf } from './place';

/** The list of cases that one takes to a meeting: chosen of what waits at a step, put in order, printed. */
export default function MeetingPage() {
  const { t } = useTexts('meeting');
  const [search, setSearch] = useSearchParams();
  const place = placeOf(search);
  const { list, cases, ...filters } = place;
  const found = useQuery(meetingQuery({ ...filters, ...(list ? { cases } : {}) }));
  const show = (change: Partial<MeetingPlace>) => setSearch(queryOf({ ...place, ...change }), { replace: true });
  const toggle = (id: string) =>
    show({ cases: cases.includes(id) ? cases.filter((one) => one !== id) : [...cases, id].slice(0, most) });
  return (
    <div className={styles.page}>
      <div className="no-print">
        <PageTitle title={t('title')} />
      </div>
      <QueryView query={found}>
        {(data) => (
          <>
            <div className="no-print">
              <MeetingFilterBar place={place} services={data.services} show={show} />
              <MeetingBar place={place} found={data} show={show} />
            </div>
            {list && cases.length > 0 ? (
              <MeetingList found={data} cases={cases} show={show} />
            ) : (
              <Choice place={place} found={data} toggle={toggle} />
            )}
          </>
        )}
      </QueryView>
    </div>
  );
}

interface ChoiceProps {
  place: MeetingPlace;
  found: MeetingDto;
  toggle: (id: string) => void;
}

/** What waits, or what to do first. */
function Choice({ place, found, toggle }: ChoiceProps) {
  const { t } = useTexts('meeting');
  const asked = place.service !== undefined && place.activity !== undefined;
  return (
    <Panel flush>
      {!asked ? (
        <EmptyState title={t('choose')}>{t('chooseText')}</EmptyState>
      ) : found.items.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <MeetingWaiting found={found} chosen={place.list ? [] : place.cases} toggle={toggle} />
      )}
    </Panel>
  );
}
