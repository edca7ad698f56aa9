import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ownBookingsQuery, replyBooking } from '../api/bookings';
import type { BookingDto, BookingReply } from '../api/contract';
import { messageOf } from '../api/problem';
import { useKeys } from '../api/useKeys';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { latest } from '../Layout/latest';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import people from '../People/People.module.css';
import { BookingFacts } from './BookingFacts';
import { RescheduleDialog } from './RescheduleDialog';

/** What the reader has asked for, and what to do with it. */
export default function MyBookingsPage() {
  const { t } = useTexts('bookings');
  const bookings = useInfiniteQuery(ownBookingsQuery);
  const [moving, setMoving] = useState<BookingDto>();
  return (
    <>
      <PageTitle
        title={t('own.title')}
        below={t('own.text')}
        crumbs={[{ to: '/cards', text: t('cards:title') }]}
        extra={<Link to="/services">{t('own.book')}</Link>}
      />
      <QueryView query={bookings}>
        {(found) => {
          const rows = found.pages.flatMap((page) => page.items);
          return (
            <Panel flush>
              {rows.length === 0 && (
                <EmptyState title={t('own.none')} actions={<Link to="/services">{t('own.book')}</Link>}>
                  {t('own.noneText')}
                </EmptyState>
              )}
              <ul>
                {rows.map((row) => (
                  <li key={row.id} className={people.role}>
                    <BookingFacts booking={row} title={row.serviceName} />
                    <Replies booking={row} reschedule={() => setMoving(row)} />
                  </li>
                ))}
              </ul>
              {bookings.hasNextPage && (
                <Button onClick={() => void bookings.fetchNextPage()}>{t('common:more')}</Button>
              )}
              {moving && <RescheduleDialog booking={latest(rows, moving)} close={() => setMoving(undefined)} />}
            </Panel>
          );
        }}
      </QueryView>
    </>
  );
}

function Replies({ booking, reschedule }: { booking: BookingDto; reschedule: () => void }) {
  const { t } = useTexts('bookings');
  const { message } = App.useApp();
  const client = useQueryClient();
  const keyOf = useKeys();
  const send = useMutation({
    mutationFn: (reply: BookingReply) =>
      replyBooking(booking.id, { etag: booking.etag, idempotencyKey: keyOf(`${booking.etag} ${reply}`), reply }),
    onSuccess: () => message.success(t('done')),
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
    onSettled: () => client.invalidateQueries({ queryKey: ['bookings'] }),
  });
  const may = (act: string) => booking.acts.includes(act);
  return (
    <div className={people.buttons}>
      <Link to={`/cases/${booking.caseId}`}>{t('case')}</Link>
      {may('accept') && (
        <Button type="primary" loading={send.isPending} onClick={() => send.mutate('accept')}>
          {t('own.accept')}
        </Button>
      )}
      {may('reschedule') && <Button onClick={reschedule}>{t('own.reschedule')}</Button>}
      {may('withdraw') && (
        <Popconfirm
          title={t('own.cancelTitle')}
          okText={t('own.cancel')}
          cancelText={t('common:cancel')}
          onConfirm={() => send.mutate('cancel')}
        >
          <Button loading={send.isPending}>{t('own.cancel')}</Button>
        </Popconfirm>
      )}
    </div>
  );
}
