import { Select } from 'antd';
import { useState } from 'react';
import { importThings, templateUrl } from '../api/allotment';
import type { WaitingListDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { SheetDialog } from '../Sheets/SheetDialog';
import { OwnerEntry, useOwner } from './OwnerEntry';

/** Takes resources from a file, into a list or for booking only. */
export function ImportDialog({
  lists,
  list,
  close,
}: {
  lists: readonly WaitingListDto[];
  list: string | undefined;
  close: () => void;
}) {
  const { t } = useTexts('allotment');
  const [into, setInto] = useState(list);
  const owning = useOwner(lists, into);
  const organisation = owning.owner ?? '';
  return (
    <SheetDialog
      key={`${into ?? ''} ${organisation}`}
      disabled={organisation === ''}
      title={t('import.title')}
      columns={
        <>
          {t('import.columns')} <a href={templateUrl}>{t('import.template')}</a>
        </>
      }
      queryKey={['allotment']}
      take={(file, dryRun) => importThings(file, { organisation, list: into }, dryRun)}
      close={close}
    >
      <Entry label={t('lists.choose')}>
        {(id) => (
          <Select
            id={id}
            value={into}
            allowClear
            placeholder={t('things.booked')}
            options={lists.map(({ id: value, name }) => ({ value, label: name }))}
            onChange={(value?: string) => setInto(value)}
          />
        )}
      </Entry>
      <OwnerEntry {...owning} />
    </SheetDialog>
  );
}
