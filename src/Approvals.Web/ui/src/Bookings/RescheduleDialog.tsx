import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, DatePicker, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { replyBooking } from '../api/bookings';
import type { BookingDto } from '../api/contract';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

const iso = 'YYYY-MM-DD';

/** The days that would suit instead. */
export function RescheduleDialog({ booking, close }: { booking: BookingDto; close: () => void }) {
  const { t } = useTexts('bookings');
  const { message } = App.useApp();
  const { today } = useSession();
  const client = useQueryClient();
  const [days, setDays] = useState<{ from: string; to: string }>();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const ask = useMutation({
    mutationFn: () => replyBooking(booking.id, { etag: booking.etag, idempotencyKey, reply: 'reschedule', ...days }),
    onSuccess: () => {
      message.success(t('done'));
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['bookings'] }),
  });
  return (
    <Modal
      open
      title={t('own.reschedule')}
      okText={t('own.askOther')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: days === undefined }}
      confirmLoading={ask.isPending}
      onOk={() => ask.mutate()}
      onCancel={close}
    >
      {ask.error && <ProblemAlert error={ask.error} />}
      <Entry label={t('wanted')} hint={t('own.wantedHint')}>
        {(id) => (
          <DatePicker.RangePicker
            id={{ start: id }}
            aria-label={t('wanted')}
            minDate={dayjs(today)}
            value={days ? [dayjs(days.from), dayjs(days.to)] : null}
            onChange={(range) =>
              setDays(range?.[0] && range[1] ? { from: range[0].format(iso), to: range[1].format(iso) } : undefined)
            }
          />
        )}
      </Entry>
    </Modal>
  );
}
