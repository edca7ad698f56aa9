import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import { Link } from 'react-router';
import { confirmPassword, meQuery, revealMe } from '../api/session';
import { useSignOut } from '../App/useSession';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import styles from './Account.module.css';
import { IdentityPanel } from './IdentityPanel';
import { PasswordPanel } from './PasswordPanel';
import { SessionsPanel } from './SessionsPanel';
import { SignInsPanel } from './SignInsPanel';
import { OwnRemindersPanel } from '../Reminders/OwnRemindersPanel';
import { TextEntry } from './TextEntry';

/** What is kept about the reader: masked, in full after the password is entered again. */
export default function MePage() {
  const { t } = useTexts('account');
  const client = useQueryClient();
  const me = useQuery(meQuery);
  const signOut = useSignOut();
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  const show = useMutation({
    mutationFn: async () => {
      await confirmPassword(password);
      return revealMe();
    },
    onSuccess: (found) => {
      client.setQueryData(meQuery.queryKey, found);
      setAsking(false);
      setPassword('');
    },
  });
  return (
    <>
      <PageTitle title={t('me.title')} extra={<Button onClick={() => void signOut()}>{t('shell:signOut')}</Button>} />
      <QueryView query={me} panels={1}>
        {(found) => (
          <Panel
            title={found.name}
            extra={!found.full && <Button onClick={() => setAsking(true)}>{t('me.showFull')}</Button>}
          >
            <dl className={styles.values}>
              <dt>{t('email')}</dt>
              <dd>{found.email ?? '—'}</dd>
              {found.fields.map((field) => (
                <div key={field.label} style={{ display: 'contents' }}>
                  <dt>{field.label}</dt>
                  <dd>{field.value}</dd>
                </div>
              ))}
            </dl>
          </Panel>
        )}
      </QueryView>
      {me.data?.mayIdentify && <IdentityPanel />}
      <OwnRemindersPanel />
      <Panel title={t('shell:myData')}>
        <Link to="/me/data">{t('shell:myData')}</Link>
      </Panel>
      <Panel title={t('setup.title')}>
        <Link to="/two-factor">{t('me.twoFactor')}</Link>
      </Panel>
      <PasswordPanel />
      <SessionsPanel />
      <SignInsPanel />
      <Modal
        open={asking}
        title={t('me.password')}
        okText={t('common:confirm')}
        cancelText={t('common:cancel')}
        confirmLoading={show.isPending}
        onOk={() => show.mutate()}
        onCancel={() => setAsking(false)}
      >
        {show.error && <ProblemAlert error={show.error} />}
        <TextEntry
          label={t('password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onValue={setPassword}
        />
      </Modal>
    </>
  );
}
