import type { BookingDto, BookingState } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Tag, type Tone } from '../Layout/Tag';

const tones: Record<BookingState, Tone> = {
  requested: 'info',
  rescheduled: 'info',
  proposed: 'warn',
  confirmed: 'ok',
  attended: 'ok',
  refused: 'error',
  noShow: 'error',
  cancelled: 'plain',
};

/** Where a booking stands, when and where it is, and what was told; the last is there for owner and applicant only. */
export function BookingFacts({ booking, title }: { booking: BookingDto; title: string }) {
  const { t } = useTexts('bookings');
  const { personal } = booking;
  const lines = [
    { name: 'time', label: t('time'), text: personal?.startsAt ? shortInstant(personal.startsAt) : undefined },
    { name: 'wanted', label: t('wanted'), text: wanted(personal?.window) },
    { name: 'resource', label: t('resource'), text: personal?.resource },
    { name: 'place', label: t('place'), text: personal?.place },
    { name: 'contact', label: t('contact'), text: personal?.contact },
    { name: 'note', label: t('note'), text: personal?.note },
    ...(personal?.details ?? []),
  ].filter((line) => line.text);
  return (
    <div>
      <p>
        <strong>{title}</strong> <Tag tone={tones[booking.state]}>{t(`state.${booking.state}`)}</Tag>
      </p>
      <p className="muted small">{[booking.caseNumber, shortInstant(booking.requestedAt)].join(' · ')}</p>
      {lines.map((line) => (
        <p key={line.name}>
          <span className="muted">{line.label}</span> {line.text}
        </p>
      ))}
    </div>
  );
}

/** The days that suit, as the form or a later wish gives them. */
function wanted(window: unknown): string | undefined {
  const [from, to] = ['from', 'to'].map((name) => day((window as Record<string, unknown> | null | undefined)?.[name]));
  return from && (to && to !== from ? `${from} – ${to}` : from);
}

function day(value: unknown): string | undefined {
  return typeof value === 'string' ? value : (value as { value?: string } | null | undefined)?.value;
}
