import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { WebhookDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { endWebhook, tryWebhook, webhooksQuery } from '../api/programs';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';
import { DeliveriesDialog } from './DeliveriesDialog';
import { eventText } from './words';
import styles from './Programs.module.css';

/** A webhook: what it is told of, a trial, what it was told. */
export function WebhookRow({ row }: { row: WebhookDto }) {
  const { t } = useTexts('programs');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [looking, setLooking] = useState(false);
  const onError = (error: Error) => message.error(messageOf(error) ?? t('common:problem.unexpected'));
  const end = useMutation({
    mutationFn: () => endWebhook(row.id),
    onSuccess: () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
    onError,
  });
  const attempt = useMutation({
    mutationFn: () => tryWebhook(row.id, crypto.randomUUID()),
    onSuccess: () => setLooking(true),
    onError,
  });
  return (
    <li className={styles.row}>
      <div>
        <p>
          <strong>{row.name}</strong>{' '}
          <Tag tone={row.endedAt ? 'plain' : 'ok'}>{row.endedAt ? t('ended') : t('state.inForce')}</Tag>
        </p>
        <p className={styles.address}>{row.url}</p>
        <p className="muted small">
          {[row.organisationName, ...row.events.map((event) => t(eventText(event)))].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className={styles.buttons}>
        <Button onClick={() => setLooking(true)}>{t('deliveries')}</Button>
        {!row.endedAt && (
          <>
            <Button loading={attempt.isPending} onClick={() => attempt.mutate()}>
              {t('try')}
            </Button>
            <Popconfirm
              title={t('endTitle')}
              description={t('endText')}
              okText={t('end')}
              cancelText={t('common:cancel')}
              onConfirm={() => end.mutate()}
            >
              <Button loading={end.isPending}>{t('end')}</Button>
            </Popconfirm>
          </>
        )}
      </div>
      {looking && <DeliveriesDialog hook={row} close={() => setLooking(false)} />}
    </li>
  );
}
