import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { freeThing } from '../api/allotment';
import type { ResourceDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** Makes a thing free again once whoever had it is gone. */
export function FreeDialog({ thing, close }: { thing: ResourceDto; close: () => void }) {
  const { t } = useTexts('allotment');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const free = useMutation({
    mutationFn: () => freeThing(thing.id, { etag: thing.etag, reason: reason.trim() }),
    onSuccess: async () => {
      message.success(t('saved'));
      await client.invalidateQueries({ queryKey: ['allotment'] });
      close();
    },
  });
  return (
    <Modal
      open
      title={`${t('free.title')} · ${thing.name}`}
      okText={t('free.title')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      confirmLoading={free.isPending}
      onOk={() => free.mutate()}
      onCancel={close}
    >
      <p className="muted">{t('free.text')}</p>
      {free.error && <ProblemAlert error={free.error} />}
      <Entry label={t('reason')}>
        {(id) => <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Entry>
    </Modal>
  );
}
