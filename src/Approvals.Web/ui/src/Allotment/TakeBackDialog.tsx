import { useQueryClient } from '@tanstack/react-query';
import { withdrawOffer } from '../api/allotment';
import type { WaitingOfferDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { ReasonDialog } from '../Layout/ReasonDialog';

/** Takes an open offer back; it counts against nobody. */
export function TakeBackDialog({ offer, close }: { offer: WaitingOfferDto; close: () => void }) {
  const { t } = useTexts('allotment');
  const client = useQueryClient();
  return (
    <ReasonDialog
      title={t('takeBack.title')}
      text={t('takeBack.text')}
      label={t('reason')}
      ok={t('takeBack.title')}
      danger
      send={(reason) => withdrawOffer(offer.id, reason)}
      done={t('takeBack.done')}
      again={() => client.invalidateQueries({ queryKey: ['allotment'] })}
      close={close}
    />
  );
}
