import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { ComplaintTopic } from '../api/contract';
import { complain } from '../api/voice';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

const topics: readonly ComplaintTopic[] = ['delay', 'conduct', 'documents', 'fees', 'result', 'other'];

/** What it is about and what happened; the case goes on meanwhile. */
export function ComplaintDialog({ caseId, close }: { caseId: string; close: () => void }) {
  const { t } = useTexts('voice');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [topic, setTopic] = useState<ComplaintTopic>('delay');
  const [text, setText] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const send = useMutation({
    mutationFn: () => complain(caseId, { topic, text: text.trim(), idempotencyKey: key }),
    onSuccess: async () => {
      message.success(t('complaint.done'));
      await client.invalidateQueries({ queryKey: ['feedback'] });
      close();
    },
  });
  return (
    <Modal
      open
      title={t('complaint.open')}
      okText={t('complaint.send')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: text.trim().length < 5 }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate()}
      onCancel={close}
    >
      {send.error && <ProblemAlert error={send.error} />}
      <p className="muted">{t('complaint.note')}</p>
      <Entry label={t('complaint.topic')}>
        {(id) => (
          <Select
            id={id}
            value={topic}
            style={{ width: '100%' }}
            options={topics.map((value) => ({ value, label: t(`complaint.topics.${value}`) }))}
            onChange={setTopic}
          />
        )}
      </Entry>
      <Entry label={t('complaint.text')}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={5}
            maxLength={5000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Entry>
    </Modal>
  );
}
