import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { bookingsQuery, calendarQuery, recordAttendance } from '../api/bookings';
import type { BookingAnswer, BookingDto, BookingState } from '../api/contract';
import { messageOf } from '../api/problem';
import { useKeys } from '../api/useKeys';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { latest } from '../Layout/latest';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import people from '../People/People.module.css';
import { AnswerDialog } from './AnswerDialog';
import { BookingFacts } from './BookingFacts';
import styles from './Bookings.module.css';

const states: BookingState[] = [
  'requested',
  'rescheduled',
  'proposed',
  'confirmed',
  'attended',
  'noShow',
  'refused',
  'cancelled',
];
const daysAhead = 13;

/** What the reader's organisation was asked for, and what it has given out in the two weeks to come. */
export default function AskedBookingsPage() {
  const { t } = useTexts('bookings');
  const { today } = useSession();
  const [state, setState] = useState<BookingState>('requested');
  const asked = useInfiniteQuery(bookingsQuery(state));
  const calendar = useQuery(calendarQuery(today, dayjs(today).add(daysAhead, 'day').format('YYYY-MM-DD')));
  return (
    <div className={people.page}>
      <PageTitle title={t('asked.title')} below={t('asked.text')} />
      <div className={styles.tabs}>
        <Segmented
          value={state}
          onChange={setState}
          options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </div>
      <QueryView query={asked}>
        {(found) => <List rows={found.pages.flatMap((page) => page.items)} none={t('asked.none')} />}
      </QueryView>
      {asked.hasNextPage && <Button onClick={() => void asked.fetchNextPage()}>{t('common:more')}</Button>}
      <QueryView query={calendar}>
        {(given) => <List title={t('asked.calendar')} rows={given} none={t('asked.calendarNone')} />}
      </QueryView>
    </div>
  );
}

type Act = { answer: BookingAnswer; booking: BookingDto };

function List({ title, rows, none }: { title?: string; rows: readonly BookingDto[]; none: string }) {
  const [act, setAct] = useState<Act>();
  return (
    <Panel title={title} flush>
      {rows.length === 0 && <EmptyState title={none} />}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={people.role}>
            <BookingFacts booking={row} title={row.applicant} />
            <Answers booking={row} answer={(answer) => setAct({ answer, booking: row })} />
          </li>
        ))}
      </ul>
      {act && <AnswerDialog booking={latest(rows, act.booking)} act={act.answer} close={() => setAct(undefined)} />}
    </Panel>
  );
}

const answers: BookingAnswer[] = ['confirm', 'propose', 'refuse', 'cancel'];

function Answers({ booking, answer }: { booking: BookingDto; answer: (act: BookingAnswer) => void }) {
  const { t } = useTexts('bookings');
  const { message } = App.useApp();
  const client = useQueryClient();
  const keyOf = useKeys();
  const attend = useMutation({
    mutationFn: (attended: boolean) =>
      recordAttendance(booking.id, { etag: booking.etag, idempotencyKey: keyOf(String(attended)), attended }),
    onSuccess: () => message.success(t('done')),
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
    onSettled: () => client.invalidateQueries({ queryKey: ['bookings'] }),
  });
  return (
    <div className={people.buttons}>
      {answers
        .filter((one) => booking.acts.includes(one))
        .map((one) => (
          <Button key={one} type={one === 'confirm' ? 'primary' : 'default'} onClick={() => answer(one)}>
            {t(`act.${one}`)}
          </Button>
        ))}
      {booking.acts.includes('attended') && (
        <>
          <Button type="primary" loading={attend.isPending} onClick={() => attend.mutate(true)}>
            {t('act.attended')}
          </Button>
          <Popconfirm
            title={t('asked.noShowTitle')}
            description={t('asked.noShowText')}
            okText={t('asked.noShow')}
            okButtonProps={{ danger: true }}
            cancelText={t('common:cancel')}
            onConfirm={() => attend.mutate(false)}
          >
            <Button loading={attend.isPending}>{t('act.noShow')}</Button>
          </Popconfirm>
        </>
      )}
    </div>
  );
}
