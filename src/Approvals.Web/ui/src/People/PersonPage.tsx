import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useParams } from 'react-router';
import { changePerson, peopleQuery, resetTwoFactor, unlockPerson } from '../api/admin';
import type { AccountDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { TextEntry } from '../Account/TextEntry';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { SessionsPanel } from '../Account/SessionsPanel';
import { SignInsPanel } from '../Account/SignInsPanel';
import styles from './People.module.css';
import { PersonState } from './PersonState';
import { RolesPanel } from './RolesPanel';
import { usePersonEntry } from './usePersonEntry';

/** One account: its data and its roles. Who may change which, the server decides. */
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
  const { message } = App.useApp();
  const client = useQueryClient();
  const { name, setName, email, setEmail, errorOf, setError } = usePersonEntry(person);
  const done = {
    onSuccess: () => {
      setError(null);
      message.success(t('person.saved'));
      return client.invalidateQueries({ queryKey: ['admin', 'people'] });
    },
    onError: (error: Error) => {
      setError(error);
      message.error(messageOf(error) ?? t('common:problem.unexpected'));
    },
  };
  const save = useMutation({
    mutationFn: (disabled: boolean) => changePerson(person.id, { name, email, disabled }),
    ...done,
  });
  const unlock = useMutation({ mutationFn: () => unlockPerson(person.id), ...done });
  const reset = useMutation({ mutationFn: () => resetTwoFactor(person.id), ...done });
  return (
    <>
      <PageTitle
        title={person.name}
        crumbs={[{ to: '/admin/people', text: t('people.title') }]}
        below={person.userName}
        extra={<PersonState person={person} />}
      />
      <Panel title={t('person.account')}>
        <div className={styles.form}>
          <TextEntry label={t('people.name')} value={name} onValue={setName} error={errorOf('name')} />
          <TextEntry label={t('people.email')} type="email" value={email} onValue={setEmail} error={errorOf('email')} />
        </div>
        <div className={styles.buttons}>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(person.disabled)}>
            {t('common:save')}
          </Button>
          {person.locked && (
            <Button loading={unlock.isPending} onClick={() => unlock.mutate()}>
              {t('person.unlock')}
            </Button>
          )}
          {person.twoFactor && (
            <Button loading={reset.isPending} onClick={() => reset.mutate()}>
              {t('person.resetTwoFactor')}
            </Button>
          )}
          <Button danger={!person.disabled} loading={save.isPending} onClick={() => save.mutate(!person.disabled)}>
            {t(person.disabled ? 'person.enable' : 'person.disable')}
          </Button>
        </div>
      </Panel>
      <RolesPanel person={person.id} />
      <SessionsPanel person={person.id} />
      <SignInsPanel person={person.id} />
    </>
  );
}
