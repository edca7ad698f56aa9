import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type DocumentKind, documentKinds } from '../Account/documentKinds';
import type { DataField, OptionDto } from '../api/contract';
import { correctData, myDataQuery } from '../api/voice';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** What is wrong, what is right, and why; an officer decides. */
export function CorrectDialog({ fields, close }: { fields: readonly OptionDto[]; close: () => void }) {
  const { t } = useTexts('voice');
  const { t: account } = useTexts('account');
  const client = useQueryClient();
  const [field, setField] = useState<DataField>('name');
  const [kind, setKind] = useState<DocumentKind>('resident-id');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: () =>
      correctData({
        field,
        value: value.trim(),
        reason: reason.trim(),
        identifierKind: field === 'identifier' ? kind : null,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: myDataQuery.queryKey });
      close();
    },
  });
  return (
    <Modal
      open
      title={t('data.correct')}
      okText={t('data.send')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: value.trim() === '' || reason.trim().length < 2 }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate()}
      onCancel={close}
    >
      {send.error && <ProblemAlert error={send.error} />}
      <Entry label={t('data.field')}>
        {(id) => (
          <Select
            id={id}
            value={field}
            style={{ width: '100%' }}
            options={[...fields]}
            onChange={(chosen) => setField(chosen)}
          />
        )}
      </Entry>
      {field === 'identifier' && (
        <Entry label={account('identity.kind')}>
          {(id) => (
            <Select
              id={id}
              value={kind}
              style={{ width: '100%' }}
              options={documentKinds.map((code) => ({ value: code, label: account(`identity.kinds.${code}`) }))}
              onChange={setKind}
            />
          )}
        </Entry>
      )}
      <Entry label={t('data.value')}>
        {(id) => <Input id={id} maxLength={200} value={value} onChange={(event) => setValue(event.target.value)} />}
      </Entry>
      <Entry label={t('data.why')}>
        {(id) => <Input id={id} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Entry>
    </Modal>
  );
}
