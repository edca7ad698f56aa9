import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Modal, Select } from 'antd';
import { useState } from 'react';
import type { PresenceEntryDto, ProofKind } from '../api/contract';
import { handInEvidence } from '../api/presence';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { proofKinds } from './EntryDialog';

/** Hands in one document for an entry. */
export function EvidenceDialog({ entry, close }: { entry: PresenceEntryDto; close: () => void }) {
  const { t } = useTexts('presence');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [kind, setKind] = useState<ProofKind>(
    entry.proofs.find((proof) => proof.document === null)?.kind ?? 'attendance',
  );
  const [file, setFile] = useState<File>();
  const send = useMutation({
    mutationFn: (chosen: File) => handInEvidence(entry.id, kind, chosen),
    onSuccess: () => {
      message.success(t('evidence.done'));
      close();
      return client.invalidateQueries({ queryKey: ['presence'] });
    },
  });
  return (
    <Modal
      open
      title={t('evidence.title')}
      okText={t('evidence.ok')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: file === undefined }}
      confirmLoading={send.isPending}
      onOk={() => file && send.mutate(file)}
      onCancel={close}
    >
      {send.error && <ProblemAlert error={send.error} />}
      <Entry label={t('evidence.kind')}>
        {(id) => (
          <Select
            id={id}
            value={kind}
            onChange={setKind}
            style={{ width: '100%' }}
            options={proofKinds.map((value) => ({ value, label: t(`proof.${value}`) }))}
          />
        )}
      </Entry>
      <Entry label={t('evidence.file')}>
        {(id) => (
          <input
            id={id}
            type="file"
            accept=".pdf,.jpg,.jpeg,.png"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        )}
      </Entry>
    </Modal>
  );
}
