import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTexts } from '../i18n/useTexts';
import { Link, useSearchParams } from 'react-router';
import { resetPassword } from '../api/session';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { AccountFrame } from './AccountFrame';
import { TextEntry } from './TextEntry';
import { useEntries } from './useEntries';

export default function ResetPage() {
  const { t } = useTexts('account');
  const [search] = useSearchParams();
  const reset = useMutation({ mutationFn: resetPassword });
  const { values, entry, placed } = useEntries(['password'] as const, reset.error);
  if (reset.isSuccess) {
    return (
      <AccountFrame title={t('reset.done')}>
        <p>
          <Link to="/sign-in">{t('signIn')}</Link>
        </p>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title={t('reset.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          reset.mutate({
            userId: search.get('userId') ?? search.get('user') ?? '',
            token: search.get('token') ?? '',
            password: values.password,
          });
        }}
      >
        {reset.error && !placed && <ProblemAlert error={reset.error} />}
        <TextEntry
          label={t('reset.password')}
          type="password"
          autoComplete="new-password"
          hint={t('passwordHint')}
          {...entry('password')}
        />
        <Button type="primary" size="large" block htmlType="submit" loading={reset.isPending}>
          {t('common:save')}
        </Button>
      </form>
    </AccountFrame>
  );
}
