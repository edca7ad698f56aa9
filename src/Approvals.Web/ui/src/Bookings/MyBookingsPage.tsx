import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Popconfirm } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link } from 'react-router';
import { ownBookingsQuery, replyBooking } from '../api/bookings';
import type { BookingDto, BookingReply } from '../api/contract';
import { messageOf } from '../api/problem';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import people from '../People/People.module.css';
import { BookingFacts } from './BookingFacts';

/** What the reader has asked for, and what to do with it. */
export default function MyBookingsPage() {
  const { t } = useTexts('bookings');
  const bookings = useInfiniteQuery(ownBookingsQuery);
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
                    <Replies booking={row} />
                  </li>
                ))}
              </ul>
              {bookings.hasNextPage && (
                <Button onClick={() => void bookings.fetchNextPage()}>{t('common:more')}</Button>
              )}
            </Panel>
          );
        }}
      </QueryView>
    </>
  );
}

function Replies({ booking }: { booking: BookingDto }) {
  const { t } = useTexts('bookings');
  const { message } = App.useApp();
  const { today } = useSession();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const reply = useMutation({
    mutationFn: (wish: { reply: BookingReply; from?: string; to?: string }) =>
      replyBooking(booking.id, { etag: booking.etag, idempotencyKey: crypto.randomUUID(), ...wish }),
    onSuccess: () => {
      setAsking(false);
      message.success(t('done'));
    },
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
    onSettled: () => client.invalidateQueries({ queryKey: ['bookings'] }),
  });
  const may = (act: string) => booking.acts.includes(act);
  return (
    <div className={people.buttons}>
      <Link to={`/cases/${booking.caseId}`}>{t('case')}</Link>
      {may('accept') && (
        <Button type="primary" loading={reply.isPending} onClick={() => reply.mutate({ reply: 'accept' })}>
          {t('own.accept')}
        </Button>
      )}
      {may('reschedule') && !asking && <Button onClick={() => setAsking(true)}>{t('own.reschedule')}</Button>}
      {asking && (
        <DatePicker.RangePicker
          aria-label={t('wanted')}
          minDate={dayjs(today)}
          onChange={(days) =>
            days?.[0] &&
            days[1] &&
            reply.mutate({
              reply: 'reschedule',
              from: days[0].format('YYYY-MM-DD'),
              to: days[1].format('YYYY-MM-DD'),
            })
          }
        />
      )}
      {may('withdraw') && (
        <Popconfirm
          title={t('own.cancelTitle')}
          okText={t('own.cancel')}
          cancelText={t('common:cancel')}
          onConfirm={() => reply.mutate({ reply: 'cancel' })}
        >
          <Button>{t('own.cancel')}</Button>
        </Popconfirm>
      )}
    </div>
  );
}
