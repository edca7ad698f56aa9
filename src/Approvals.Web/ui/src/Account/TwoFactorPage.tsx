import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import { Link } from 'react-router';
import { enableTwoFactor, sessionQuery, twoFactorQuery } from '../api/session';
import { startOf, useSession } from '../App/useSession';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import { SvgImage } from '../Layout/SvgImage';
import styles from './Account.module.css';
import { AccountFrame } from './AccountFrame';
import { TextEntry } from './TextEntry';

export default function TwoFactorPage() {
  const { t } = useTexts('account');
  const client = useQueryClient();
  const session = useSession();
  const setup = useQuery(twoFactorQuery);
  const [code, setCode] = useState('');
  const enable = useMutation({
    mutationFn: enableTwoFactor,
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  if (enable.data) {
    return (
      <AccountFrame title={t('setup.codesTitle')}>
        <p>{t('setup.codesText')}</p>
        <ul className={styles.codes}>
          {enable.data.codes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <Link to={startOf(session)}>{t('setup.continue')}</Link>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title={t('setup.title')}>
      <QueryView query={setup} panels={1}>
        {(found) =>
          found.enabled ? (
            <p>{t('setup.enabled')}</p>
          ) : (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                enable.mutate(code.trim());
              }}
            >
              <p>{t('setup.text')}</p>
              <SvgImage svg={found.qrSvg} label={t('setup.qr')} className={styles.qr} />
              <p className={styles.hint}>{t('setup.secret')}</p>
              <p className={styles.secret}>{found.secret}</p>
              <br />
              {enable.error && <ProblemAlert error={enable.error} />}
              <TextEntry label={t('second.code')} autoComplete="one-time-code" value={code} onValue={setCode} />
              <Button type="primary" size="large" block htmlType="submit" loading={enable.isPending}>
                {t('setup.enable')}
              </Button>
            </form>
          )
        }
      </QueryView>
    </AccountFrame>
  );
}
