import { SendOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { sendMessage } from '../api/cases';
import type { CaseDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './CasePage.module.css';

export function MessagesPanel({ found }: { found: CaseDto }) {
  const { t } = useTexts('cases');
  const client = useQueryClient();
  const [text, setText] = useState('');
  const { messages, summary, actions } = found;
  const write = useMutation({
    mutationFn: () => sendMessage(summary.id, text.trim()),
    onSuccess: () => {
      setText('');
      return client.invalidateQueries({ queryKey: ['cases', summary.id] });
    },
  });
  return (
    <Panel id="messages" title={t('messages.title')} extra={t('messages.count', { count: messages.length })} flush>
      {messages.length === 0 ? (
        <p className={styles.messages}>{t('messages.none')}</p>
      ) : (
        <ul className={styles.messages} tabIndex={0} aria-label={t('messages.title')}>
          {messages.map((message) => (
            <li key={message.id} className={`${styles.message} ${message.mine ? styles.mine : ''}`}>
              <span className="muted small">
                {message.mine ? t('messages.me') : message.from} · {shortInstant(message.at)}
              </span>
              <p>{message.text}</p>
            </li>
          ))}
        </ul>
      )}
      {actions.includes('message') && (
        <form
          className={styles.write}
          onSubmit={(event) => {
            event.preventDefault();
            write.mutate();
          }}
        >
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={1000}
            value={text}
            placeholder={t('messages.placeholder')}
            aria-label={t('messages.placeholder')}
            onChange={(event) => setText(event.target.value)}
          />
          <Button
            htmlType="submit"
            icon={<SendOutlined aria-hidden="true" />}
            disabled={text.trim() === ''}
            loading={write.isPending}
          >
            {t('messages.send')}
          </Button>
        </form>
      )}
      {write.error && <ProblemAlert error={write.error} />}
    </Panel>
  );
}
