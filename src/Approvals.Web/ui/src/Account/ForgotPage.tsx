import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTexts } from '../i18n/useTexts';
import { forgotPassword } from '../api/session';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { AccountFrame } from './AccountFrame';
import { TextEntry } from './TextEntry';
import { useEntries } from './useEntries';

export default function ForgotPage() {
  const { t } = useTexts('account');
  const ask = useMutation({ mutationFn: forgotPassword });
  const { values, entry, placed } = useEntries(['email'] as const, ask.error);
  if (ask.isSuccess) {
    return (
      <AccountFrame title={t('checkMail')}>
        <p>{t('forgotSent', { email: values.email })}</p>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title={t('forgot')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate(values.email);
        }}
      >
        {ask.error && !placed && <ProblemAlert error={ask.error} />}
        <TextEntry label={t('email')} type="email" autoComplete="email" {...entry('email')} />
        <Button type="primary" size="large" block htmlType="submit" loading={ask.isPending}>
          {t('forgotSend')}
        </Button>
      </form>
    </AccountFrame>
  );
}
