import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, DatePicker, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { thingsQuery } from '../api/allotment';
import { answerBooking } from '../api/bookings';
import type { BookingAnswer, BookingDto } from '../api/contract';
import { atZoneTime, zoneTime } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

const minute = 'YYYY-MM-DD HH:mm';

/** When, where and with whom; or why not. The time is the authorities', wherever the reader is. */
export function AnswerDialog({ booking, act, close }: { booking: BookingDto; act: BookingAnswer; close: () => void }) {
  const { t } = useTexts('bookings');
  const { message } = App.useApp();
  const client = useQueryClient();
  const gives = act === 'confirm' || act === 'propose';
  const [starts, setStarts] = useState<Dayjs | null>(
    booking.personal?.startsAt ? dayjs(zoneTime(booking.personal.startsAt)) : null,
  );
  const [place, setPlace] = useState(booking.personal?.place ?? '');
  const [contact, setContact] = useState(booking.personal?.contact ?? '');
  const [note, setNote] = useState('');
  const [thing, setThing] = useState(booking.personal?.resourceId ?? undefined);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const things = useQuery({ ...thingsQuery({}), enabled: gives });
  const open = (things.data?.items ?? []).filter(({ closed, listId }) => !closed && listId === null);
  const send = useMutation({
    mutationFn: () =>
      answerBooking(booking.id, {
        etag: booking.etag,
        idempotencyKey,
        answer: act,
        note: note.trim() || null,
        ...(gives
          ? {
              startsAt: starts ? atZoneTime(starts.format(minute)) : undefined,
              place: place.trim(),
              contact: contact.trim(),
              resource: thing ?? null,
            }
          : {}),
      }),
    onSuccess: () => {
      message.success(t('done'));
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['bookings'] }),
  });
  return (
    <Modal
      open
      title={t(`act.${act}`)}
      okText={t(`act.${act}`)}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: gives ? !starts || !place.trim() : note.trim().length < 2 }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate()}
      onCancel={close}
    >
      {send.error && <ProblemAlert error={send.error} />}
      {gives && (
        <>
          <Entry label={t('time')} hint={t('timeHint')}>
            {(id) => (
              <DatePicker
                id={id}
                format={minute}
                showNow={false}
                showTime={{ format: 'HH:mm', minuteStep: 5 }}
                value={starts}
                onChange={setStarts}
              />
            )}
          </Entry>
          {open.length > 0 && (
            <Entry label={`${t('resource')}${t('common:optional')}`} hint={t('resourceHint')}>
              {(id) => (
                <Select
                  id={id}
                  allowClear
                  value={thing}
                  options={open.map(({ id: value, name }) => ({ value, label: name }))}
                  onChange={setThing}
                />
              )}
            </Entry>
          )}
          <Entry label={t('place')}>
            {(id) => <Input id={id} value={place} maxLength={500} onChange={(event) => setPlace(event.target.value)} />}
          </Entry>
          <Entry label={t('contact')}>
            {(id) => (
              <Input id={id} value={contact} maxLength={200} onChange={(event) => setContact(event.target.value)} />
            )}
          </Entry>
        </>
      )}
      <Entry label={gives ? `${t('note')}${t('common:optional')}` : t('reason')}>
        {(id) => (
          <Input.TextArea id={id} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
        )}
      </Entry>
    </Modal>
  );
}
