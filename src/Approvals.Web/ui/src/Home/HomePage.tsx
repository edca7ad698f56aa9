import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/useTexts';
import { homeQuery } from '../api/applicant';
import type { HomeDto } from '../api/contract';
import { useSession } from '../App/useSession';
import { fullDay, weekday } from '../i18n/dates';
import { PageTitle } from '../Layout/PageTitle';
import { QueryView } from '../Layout/QueryView';
import { CasesPanel } from './CasesPanel';
import { CardsPanel } from './CardsPanel';
import { DatesPanel } from './DatesPanel';
import { DraftsPanel } from './DraftsPanel';
import styles from './Home.module.css';
import { ServicesPanel } from './ServicesPanel';
import { WaitingPanel } from './WaitingPanel';

export default function HomePage() {
  const { t } = useTexts('home');
  const session = useSession();
  const home = useQuery(homeQuery);
  return (
    <>
      <PageTitle
        title={t('hello', { name: session.user?.name ?? '' })}
        extra={`${fullDay(session.today)} ${weekday(session.today)}`}
      />
      <QueryView query={home} panels={3}>
        {(found) => <HomeView home={found} />}
      </QueryView>
    </>
  );
}

/** Two columns; on a phone one, in the order of what matters: to do, cards, cases, services, dates. */
function HomeView({ home }: { home: HomeDto }) {
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <div className={styles.waiting}>
          <WaitingPanel waiting={home.waiting} />
        </div>
        <div className={styles.cases}>
          {home.drafts.length > 0 && <DraftsPanel drafts={home.drafts} />}
          {home.cases.length > 0 && <CasesPanel cases={home.cases} />}
        </div>
        <div className={styles.services}>
          <ServicesPanel services={home.services} />
        </div>
      </div>
      <div className={styles.side}>
        <div className={styles.cards}>
          <CardsPanel cards={home.cards} />
        </div>
        <div className={styles.dates}>
          <DatesPanel dates={home.dates} />
        </div>
      </div>
    </div>
  );
}
