import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import type { SessionDto } from '../api/contract';
import { signIn, signInAs } from '../api/session';
import { startOf, startSession, useSession } from '../App/useSession';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './Account.module.css';
import { AccountFrame } from './AccountFrame';
import { DemoUsers } from './DemoUsers';
import { SecondStep } from './SecondStep';
import { TextEntry } from './TextEntry';

export default function SignInPage() {
  const { t } = useTexts('account');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const session = useSession();
  const [entry, setEntry] = useState({ userName: '', password: '' });
  const [second, setSecond] = useState(session.needsTwoFactor);

  const enter = async (started: SessionDto) => {
    if (started.needsTwoFactor) {
      setSecond(true);
      return;
    }
    startSession(client, started);
    const back = search.get('back');
    await navigate(back?.startsWith('/') && !back.startsWith('//') ? back : startOf(started), { replace: true });
  };
  const start = useMutation({ mutationKey: ['sign-in'], mutationFn: signIn, onSuccess: enter });
  const startAs = useMutation({ mutationKey: ['sign-in'], mutationFn: signInAs, onSuccess: enter });

  if (session.user !== null && !start.isSuccess && !startAs.isSuccess) {
    return <Navigate to={startOf(session)} replace />;
  }
  if (second) {
    return <SecondStep done={enter} back={() => setSecond(false)} />;
  }
  return (
    <AccountFrame
      title={t('signIn')}
      below={
        session.development &&
        session.demoUsers.length > 0 && (
          <DemoUsers users={session.demoUsers} busy={startAs.isPending} choose={(name) => startAs.mutate(name)} />
        )
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate(entry);
        }}
      >
        {(start.error ?? startAs.error) && <ProblemAlert error={start.error ?? startAs.error} />}
        <TextEntry
          label={t('userName')}
          autoComplete="username"
          value={entry.userName}
          onValue={(userName) => setEntry({ ...entry, userName })}
        />
        <TextEntry
          label={t('password')}
          type="password"
          autoComplete="current-password"
          value={entry.password}
          onValue={(password) => setEntry({ ...entry, password })}
        />
        <Button type="primary" size="large" block htmlType="submit" loading={start.isPending}>
          {t('signIn')}
        </Button>
        <p className={styles.links}>
          <Link to="/register">{t('register')}</Link>
          <Link to="/forgot">{t('forgot')}</Link>
        </p>
      </form>
    </AccountFrame>
  );
}
