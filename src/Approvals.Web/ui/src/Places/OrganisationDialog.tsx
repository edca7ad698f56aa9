import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Modal, Switch } from 'antd';
import { useState } from 'react';
import { TextEntry } from '../Account/TextEntry';
import type { KeptOrganisationDto } from '../api/contract';
import { addOrganisation, changeOrganisation } from '../api/places';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { RegionPicker } from '../People/RegionPicker';

/** A new organisation, or the changes of one; it is closed, never deleted. */
export function OrganisationDialog({ organisation, close }: { organisation?: KeptOrganisationDto; close: () => void }) {
  const { t } = useTexts('places');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [name, setName] = useState(organisation?.name ?? '');
  const [uscc, setUscc] = useState('');
  const [kind, setKind] = useState('');
  const [region, setRegion] = useState(organisation?.region ?? '');
  const [closed, setClosed] = useState(organisation !== undefined && organisation.closedAt !== null);
  const save = useMutation({
    mutationFn: () =>
      organisation === undefined
        ? addOrganisation({ uscc: uscc.trim(), name: name.trim(), kind: kind.trim(), region })
        : changeOrganisation(organisation.id, { etag: organisation.etag, name: name.trim(), region, closed }),
    onSuccess: async () => {
      message.success(t('saved'));
      await client.invalidateQueries({ queryKey: ['admin', 'organisations'] });
      close();
    },
  });
  const isWhole = name.trim() !== '' && region !== '' && (organisation !== undefined || (uscc !== '' && kind !== ''));
  return (
    <Modal
      open
      title={organisation?.name ?? t('organisations.add')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !isWhole }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={close}
    >
      {save.error && <ProblemAlert error={save.error} />}
      <TextEntry label={t('organisations.name')} maxLength={200} value={name} onValue={setName} />
      {organisation === undefined && (
        <>
          <TextEntry label={t('organisations.uscc')} maxLength={18} value={uscc} onValue={setUscc} />
          <TextEntry
            label={t('organisations.kind')}
            hint={t('organisations.kindHint')}
            maxLength={50}
            value={kind}
            onValue={setKind}
          />
        </>
      )}
      <Entry label={t('organisations.region')} hint={organisation?.regionName}>
        {(id) => <RegionPicker id={id} value={region} choose={setRegion} />}
      </Entry>
      {organisation !== undefined && (
        <Entry label={t('organisations.closing')} hint={t('organisations.closingHint')}>
          {(id) => <Switch id={id} checked={closed} onChange={setClosed} />}
        </Entry>
      )}
    </Modal>
  );
}
