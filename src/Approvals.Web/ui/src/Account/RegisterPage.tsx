import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTexts } from '../i18n/useTexts';
import { Link } from 'react-router';
import { register } from '../api/session';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './Account.module.css';
import { AccountFrame } from './AccountFrame';
import { TextEntry } from './TextEntry';
import { useEntries } from './useEntries';

export default function RegisterPage() {
  const { t } = useTexts('account');
  const create = useMutation({ mutationFn: register });
  const { values, entry, placed } = useEntries(['name', 'email', 'userName', 'password'] as const, create.error);
  if (create.isSuccess) {
    return (
      <AccountFrame title={t('checkMail')}>
        <p>{t('registered', { email: values.email })}</p>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title={t('register')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(values);
        }}
      >
        {create.error && !placed && <ProblemAlert error={create.error} />}
        <TextEntry label={t('name')} autoComplete="name" {...entry('name')} />
        <TextEntry label={t('email')} type="email" autoComplete="email" hint={t('emailHint')} {...entry('email')} />
        <TextEntry label={t('userName')} autoComplete="username" {...entry('userName')} />
        <TextEntry
          label={t('password')}
          type="password"
          autoComplete="new-password"
          hint={t('passwordHint')}
          {...entry('password')}
        />
        <Button type="primary" size="large" block htmlType="submit" loading={create.isPending}>
          {t('register')}
        </Button>
        <p className={styles.links}>
          <Link to="/sign-in">{t('haveAccount')}</Link>
        </p>
      </form>
    </AccountFrame>
  );
}
