import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { SessionsPanel } from '../Account/SessionsPanel';
import { SignInsPanel } from '../Account/SignInsPanel';
import { peopleQuery } from '../api/admin';
import type { AccountDto } from '../api/contract';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { AccountPanel } from './AccountPanel';
import styles from './People.module.css';
import { PersonState } from './PersonState';
import { RolesPanel } from './RolesPanel';

/** One account: its data and its roles. Who keeps accounts gives no roles, and the other way round: what one may not do has no button. */
export default function PersonPage() {
  const { t } = useTexts('admin');
  const { id = '' } = useParams();
  const people = useQuery(peopleQuery(id, undefined));
  return (
    <div className={styles.page}>
      <QueryView query={people}>
        {(found) => {
          const person = found.items.find((one) => one.id === id);
          return person === undefined ? (
            <Panel>
              <EmptyState title={t('person.unknown')}>{t('person.unknownText')}</EmptyState>
            </Panel>
          ) : (
            <Person key={person.id} person={person} />
          );
        }}
      </QueryView>
    </div>
  );
}

function Person({ person }: { person: AccountDto }) {
  const { t } = useTexts('admin');
  const { areas } = useSession();
  return (
    <>
      <PageTitle
        title={person.name}
        crumbs={[{ to: '/admin/people', text: t('people.title') }]}
        below={[person.userName, person.email].filter(Boolean).join(' · ')}
        extra={<PersonState person={person} />}
      />
      {areas.includes('accounts') && <AccountPanel person={person} />}
      <RolesPanel person={person.id} />
      <SessionsPanel person={person.id} />
      <SignInsPanel person={person.id} />
    </>
  );
}
