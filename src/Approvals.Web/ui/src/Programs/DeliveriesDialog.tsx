import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import type { WebhookDeliveryDto, WebhookDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { deliveriesQuery, resendDelivery } from '../api/programs';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { Tag, type Tone } from '../Layout/Tag';
import { eventText } from './words';
import styles from './Programs.module.css';

const tones: Record<WebhookDeliveryDto['state'], Tone> = {
  pending: 'info',
  delivered: 'ok',
  failed: 'error',
  dropped: 'plain',
};
const every = 3000;

/** What a webhook was told, newest first; what is under way is looked at again. */
export function DeliveriesDialog({ hook, close }: { hook: WebhookDto; close: () => void }) {
  const { t } = useTexts('programs');
  const pages = useInfiniteQuery({
    ...deliveriesQuery(hook.id),
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((item) => item.state === 'pending')) ? every : false,
  });
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Modal open width={720} title={`${hook.name} · ${t('deliveries')}`} footer={null} onCancel={close}>
      {pages.error && <ProblemAlert error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && rows.length === 0 && (
        <EmptyState title={t('noDeliveries')}>{t('noDeliveriesText')}</EmptyState>
      )}
      <ul className={styles.deliveries}>
        {rows.map((row) => (
          <Delivery key={row.id} row={row} hook={hook} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('common:more')}
        </Button>
      )}
    </Modal>
  );
}

function Delivery({ row, hook }: { row: WebhookDeliveryDto; hook: WebhookDto }) {
  const { t } = useTexts('programs');
  const { message } = App.useApp();
  const client = useQueryClient();
  const resend = useMutation({
    mutationFn: () => resendDelivery(row.id),
    onSuccess: () => client.invalidateQueries({ queryKey: deliveriesQuery(hook.id).queryKey }),
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  return (
    <li className={styles.row}>
      <div>
        <p>
          {t(eventText(row.event))} {row.caseNumber} <Tag tone={tones[row.state]}>{t(`delivery.${row.state}`)}</Tag>
        </p>
        <p className="muted small">
          {[shortInstant(row.at), t('attempts', { count: row.attempts }), row.lastError].filter(Boolean).join(' · ')}
        </p>
      </div>
      {(row.state === 'failed' || row.state === 'delivered') && !hook.endedAt && (
        <Button loading={resend.isPending} onClick={() => resend.mutate()}>
          {t('resend')}
        </Button>
      )}
    </li>
  );
}
