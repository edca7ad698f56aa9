import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { ComplaintOutcome, FeedbackDto } from '../api/contract';
import { answerFeedback, contactAbout } from '../api/voice';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

const outcomes: readonly ComplaintOutcome[] = ['upheld', 'partlyUpheld', 'notUpheld'];

/** First what was said when they were called, later the answer with what came out of it. */
export function AnswerDialog({ entry, close }: { entry: FeedbackDto; close: () => void }) {
  const { t } = useTexts('voice');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<ComplaintOutcome>('upheld');
  const contact = entry.stage === 'contact';
  const judges = !contact && entry.kind === 'complaint';
  const send = useMutation({
    mutationFn: () =>
      contact
        ? contactAbout(entry.id, entry.etag, text.trim())
        : answerFeedback(entry.id, entry.etag, text.trim(), judges ? outcome : null),
    onSuccess: async () => {
      message.success(t('desk.saved'));
      await client.invalidateQueries({ queryKey: ['desk'] });
      close();
    },
  });
  return (
    <Modal
      open
      title={t(contact ? 'desk.contact' : 'desk.answer')}
      okText={t('common:confirm')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: text.trim().length < 2 }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate()}
      onCancel={close}
    >
      {send.error && <ProblemAlert error={send.error} />}
      {judges && (
        <Entry label={t('desk.outcome')}>
          {(id) => (
            <Select
              id={id}
              value={outcome}
              style={{ width: '100%' }}
              options={outcomes.map((value) => ({ value, label: t(`desk.outcomes.${value}`) }))}
              onChange={setOutcome}
            />
          )}
        </Entry>
      )}
      <Entry label={t(contact ? 'desk.note' : 'desk.answerText')}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={4}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Entry>
    </Modal>
  );
}
