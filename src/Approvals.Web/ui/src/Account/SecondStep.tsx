import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import type { SessionDto } from '../api/contract';
import { signInSecond } from '../api/session';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { AccountFrame } from './AccountFrame';
import { TextEntry } from './TextEntry';

/** The code of the authenticator, or one of the recovery codes. */
export function SecondStep({ done, back }: { done: (session: SessionDto) => Promise<void>; back: () => void }) {
  const { t } = useTexts('account');
  const [code, setCode] = useState('');
  const start = useMutation({ mutationKey: ['sign-in'], mutationFn: signInSecond, onSuccess: done });
  return (
    <AccountFrame title={t('second.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate(code.trim());
        }}
      >
        {start.error && <ProblemAlert error={start.error} />}
        <TextEntry
          label={t('second.code')}
          hint={t('second.hint')}
          autoComplete="one-time-code"
          autoFocus
          value={code}
          onValue={setCode}
        />
        <Button type="primary" size="large" block htmlType="submit" loading={start.isPending}>
          {t('second.confirm')}
        </Button>
        <p style={{ marginTop: 12 }}>
          <Button type="link" onClick={back}>
            {t('second.back')}
          </Button>
        </p>
      </form>
    </AccountFrame>
  );
}
