import { useQueryClient } from '@tanstack/react-query';
import { withdrawCase } from '../api/cases';
import { useTexts } from '../i18n/useTexts';
import { ReasonDialog } from '../Layout/ReasonDialog';

/** Says first what withdrawing means. */
export function WithdrawDialog({ id, close }: { id: string; close: () => void }) {
  const { t } = useTexts('cases');
  const client = useQueryClient();
  return (
    <ReasonDialog
      title={t('withdraw.title')}
      text={t('withdraw.text')}
      label={t('withdraw.reason')}
      ok={t('withdraw.confirm')}
      danger
      least={1}
      send={(reason) => withdrawCase(id, reason)}
      again={() => client.invalidateQueries({ queryKey: ['cases'] })}
      close={close}
    />
  );
}
