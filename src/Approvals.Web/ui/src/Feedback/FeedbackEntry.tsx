import type { ReactNode } from 'react';
import type { FeedbackDto } from '../api/contract';
import { DueBadge } from '../DueBadge/DueBadge';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Tag, type Tone } from '../Layout/Tag';

const tones: Record<FeedbackDto['stage'], Tone> = { noted: 'plain', contact: 'warn', answer: 'info', answered: 'ok' };

/** A rating or complaint with everything that became of it. */
export function FeedbackEntry({ entry, actions }: { entry: FeedbackDto; actions?: ReactNode }) {
  const { t } = useTexts('voice');
  return (
    <article style={{ padding: '12px 0' }}>
      <p>
        <strong>
          {entry.kind === 'rating'
            ? t(`rating.level.${(entry.level ?? 1) as 1 | 2 | 3 | 4 | 5}`)
            : t('complaint.about', { topic: entry.topicName })}
        </strong>{' '}
        <Tag tone={tones[entry.stage]}>{t(`stage.${entry.stage}`)}</Tag> <DueBadge due={entry.due} />
      </p>
      {entry.text && <p>{entry.text}</p>}
      <p className="muted small">
        {[entry.by ?? (entry.named ? null : t('rating.anonymous')), entry.mobile, shortInstant(entry.at)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {entry.contactNote && (
        <p>
          {t('contacted', { by: entry.contactedBy, at: shortInstant(entry.contactedAt ?? entry.at) })}
          {entry.contactNote}
        </p>
      )}
      {entry.answer && (
        <p>
          {t('answered', { by: entry.answeredBy, at: shortInstant(entry.answeredAt ?? entry.at) })}
          {entry.outcomeName && <strong>{entry.outcomeName} · </strong>}
          {entry.answer}
        </p>
      )}
      {actions}
    </article>
  );
}
