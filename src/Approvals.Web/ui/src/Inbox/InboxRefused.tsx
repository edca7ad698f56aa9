import { Button } from 'antd';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** Why a search was not carried out, and the way back to everything. */
export function InboxRefused({ error, clear }: { error: unknown; clear: () => void }) {
  const { t } = useTexts('inbox');
  return (
    <>
      <ProblemAlert error={error} />
      <p>
        <Button onClick={clear}>{t('empty.clear')}</Button>
      </p>
    </>
  );
}
