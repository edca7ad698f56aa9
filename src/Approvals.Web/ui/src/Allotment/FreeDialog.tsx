import { useQueryClient } from '@tanstack/react-query';
import { freeThing } from '../api/allotment';
import type { ResourceDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { ReasonDialog } from '../Layout/ReasonDialog';

/** Makes a thing free again once whoever had it is gone. */
export function FreeDialog({ thing, close }: { thing: ResourceDto; close: () => void }) {
  const { t } = useTexts('allotment');
  const client = useQueryClient();
  return (
    <ReasonDialog
      title={`${t('free.title')} · ${thing.name}`}
      text={t('free.text')}
      label={t('reason')}
      ok={t('free.title')}
      send={(reason) => freeThing(thing.id, { etag: thing.etag, reason })}
      done={t('saved')}
      again={() => client.invalidateQueries({ queryKey: ['allotment'] })}
      close={close}
    />
  );
}
