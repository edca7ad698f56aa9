import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { TextEntry } from '../Account/TextEntry';
import { changePerson, resetTwoFactor, unlockPerson } from '../api/admin';
import type { AccountDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import styles from './People.module.css';
import { usePersonEntry } from './usePersonEntry';

/** What keepers of accounts change: name, mail, lock, second factor, whether it is open. */
export function AccountPanel({ person }: { person: AccountDto }) {
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
  );
}
