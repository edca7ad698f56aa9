import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { PresenceEntryDto, PresenceLedgerDto, ProofKind } from '../api/contract';
import { correctPresence, enterPresence } from '../api/presence';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

export const proofKinds: ProofKind[] = ['tax', 'bank', 'travel', 'border', 'attendance', 'log'];

interface Props {
  ledger: PresenceLedgerDto;
  /** The entry to be corrected; none to enter a new one. */
  entry: PresenceEntryDto | undefined;
  /** Whose ledger it is; none for the own. */
  person: string | undefined;
  close: () => void;
}

/** Enters days, or corrects an entry with its reason. */
export function EntryDialog({ ledger, entry, person, close }: Props) {
  const { t } = useTexts('presence');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [from, setFrom] = useState(entry?.from ?? '');
  const [to, setTo] = useState(entry?.to ?? '');
  const [employer, setEmployer] = useState(entry ? entry.employer : (ledger.employers[0]?.id ?? null));
  const [proofs, setProofs] = useState<ProofKind[]>([...new Set(entry?.proofs.map((proof) => proof.kind) ?? [])]);
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: () =>
      entry
        ? correctPresence(entry.id, { from, to, proofs, reason: reason.trim(), etag: entry.etag })
        : enterPresence(person, { from, to, proofs, employer }),
    onSuccess: () => {
      message.success(t('dialog.done'));
      close();
      return client.invalidateQueries({ queryKey: ['presence'] });
    },
  });
  const ready = from !== '' && to !== '' && proofs.length > 0 && (!entry || reason.trim().length >= 2);
  const employers = [
    ...ledger.employers.map((one) => ({ value: one.id, label: one.name })),
    ...(ledger.isOwn ? [{ value: '', label: t('dialog.noEmployer') }] : []),
  ];
  return (
    <Modal
      open
      title={t(entry ? 'dialog.change' : 'dialog.add')}
      okText={t('dialog.ok')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={close}
    >
      {save.error && <ProblemAlert error={save.error} />}
      <Entry label={t('dialog.from')}>
        {(id) => (
          <Input
            id={id}
            type="date"
            max={ledger.today}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Entry>
      <Entry label={t('dialog.to')}>
        {(id) => (
          <Input id={id} type="date" max={ledger.today} value={to} onChange={(event) => setTo(event.target.value)} />
        )}
      </Entry>
      {!entry && (
        <Entry label={t('dialog.employer')}>
          {(id) => (
            <Select
              id={id}
              style={{ width: '100%' }}
              value={employer ?? ''}
              onChange={(chosen) => setEmployer(chosen === '' ? null : chosen)}
              options={employers}
            />
          )}
        </Entry>
      )}
      <fieldset>
        <legend>{t('dialog.proofs')}</legend>
        <Checkbox.Group
          value={proofs}
          onChange={setProofs}
          options={proofKinds.map((value) => ({ value, label: t(`proof.${value}`) }))}
        />
        <p className="muted small">{t('dialog.proofsHelp')}</p>
      </fieldset>
      {entry && (
        <Entry label={t('dialog.reason')}>
          {(id) => (
            <Input.TextArea
              id={id}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Entry>
      )}
      {!ready && <p className="muted small">{t('dialog.pick')}</p>}
    </Modal>
  );
}
