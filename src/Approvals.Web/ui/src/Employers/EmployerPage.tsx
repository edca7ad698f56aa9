import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { employerDatesQuery, mandatesQuery, representedQuery } from '../api/employers';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import rows from '../People/People.module.css';
import styles from './Employers.module.css';
import { NamePerson } from './NamePerson';
import { RepresentedRow } from './RepresentedRow';

/** What an agent does for one employer: the people it recommends, their applications and cases, and the days to think of. */
export default function EmployerPage() {
  const { t } = useTexts('employers');
  const { id = '' } = useParams();
  const mandates = useQuery(mandatesQuery);
  const people = useInfiniteQuery(representedQuery(id));
  const [naming, setNaming] = useState(false);
  const name = mandates.data?.own.find((mandate) => mandate.employer === id)?.employerName ?? t('title');
  return (
    <>
      <PageTitle
        title={name}
        crumbs={[{ to: '/employers', text: t('title') }]}
        extra={
          <Button type="primary" onClick={() => setNaming(true)}>
            {t('people.name')}
          </Button>
        }
      />
      <div className={styles.columns}>
        <div>
          <QueryView query={people} panels={1}>
            {(found) => (
              <Panel title={t('people.title')} flush>
                {found.pages[0]?.people.items.length === 0 && (
                  <EmptyState title={t('people.none')}>{t('people.noneText')}</EmptyState>
                )}
                <ul>
                  {found.pages.flatMap((page) =>
                    page.people.items.map((person) => (
                      <RepresentedRow key={person.id} person={person} employer={id} services={page.services} />
                    )),
                  )}
                </ul>
                {people.hasNextPage && (
                  <div className={rows.pages}>
                    <Button loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
                      {t('more')}
                    </Button>
                  </div>
                )}
              </Panel>
            )}
          </QueryView>
        </div>
        <div>
          <Dates id={id} />
        </div>
      </div>
      {naming && <NamePerson employer={id} close={() => setNaming(false)} />}
    </>
  );
}

function Dates({ id }: { id: string }) {
  const { t } = useTexts('employers');
  const dates = useQuery(employerDatesQuery(id));
  return (
    <QueryView query={dates} panels={1}>
      {(found) => (
        <Panel title={t('dates.title')} flush>
          {found.length === 0 && <EmptyState title={t('dates.none')} />}
          <ul>
            {found.map((date, index) => (
              <li key={`${date.on} ${index}`} className={styles.date}>
                <strong>{isoDay(date.on)}</strong>
                <span>
                  {date.text}
                  <span className="muted">
                    {' '}
                    · {[t(`dates.kind.${date.kind}`), date.person].filter(Boolean).join(' · ')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </QueryView>
  );
}
