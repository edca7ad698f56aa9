import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/useTexts';
import { Link, useSearchParams } from 'react-router';
import { confirmAccount } from '../api/session';
import { QueryView } from '../Layout/QueryView';
import { AccountFrame } from './AccountFrame';

/** The link of the confirmation mail leads here. */
export default function ConfirmPage() {
  const { t } = useTexts('account');
  const [search] = useSearchParams();
  const userId = search.get('userId') ?? search.get('user') ?? '';
  const token = search.get('token') ?? '';
  const confirmation = useQuery({
    queryKey: ['confirm', userId, token],
    queryFn: () => confirmAccount({ userId, token }).then(() => true),
    retry: false,
    staleTime: Infinity,
  });
  return (
    <AccountFrame title={t('confirm.title')}>
      <QueryView query={confirmation} panels={1}>
        {() => (
          <>
            <p>{t('confirm.done')}</p>
            <p>
              <Link to="/sign-in">{t('signIn')}</Link>
            </p>
          </>
        )}
      </QueryView>
    </AccountFrame>
  );
}
