import { useQueryClient } from '@tanstack/react-query';
import { discardDraft, recallVersion, retireVersion, sendBackVersion, versionsQuery } from '../api/policy';
import type { ServiceVersionDto, VersionAct } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { CarryOut } from './CarryOut';
import { CheckDrawer } from './CheckDrawer';
import { ConfirmDialog } from './ConfirmDialog';

interface Props {
  version: ServiceVersionDto;
  act: Exclude<VersionAct, 'submit'> | 'check';
  close: () => void;
}

/** Asks before an act on a version; to publish, or only to check, the whole gate is shown. */
export function VersionDialog({ version, act, close }: Props) {
  const { t } = useTexts('policy');
  const client = useQueryClient();
  if (act === 'publish' || act === 'check') {
    return <CheckDrawer version={version} publishing={act === 'publish'} close={close} />;
  }
  if (act === 'migrate') {
    return <CarryOut version={version} close={close} />;
  }
  return (
    <ConfirmDialog
      title={t(`act.${act}`)}
      text={t(`ask.${act}`, { day: version.effectiveFrom ?? '' })}
      danger={act === 'discard' || act === 'recall' || act === 'retire'}
      reasoned={act === 'sendBack' || act === 'recall' || act === 'retire'}
      act={(reason) => acts[act](version.id, reason)}
      done={() => client.invalidateQueries({ queryKey: versionsQuery.queryKey })}
      close={close}
    />
  );
}

const acts = {
  discard: discardDraft,
  sendBack: sendBackVersion,
  recall: recallVersion,
  retire: retireVersion,
};
