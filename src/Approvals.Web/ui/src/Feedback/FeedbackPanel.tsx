import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDto } from '../api/contract';
import { feedbackQuery } from '../api/voice';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { ComplaintDialog } from './ComplaintDialog';
import { FeedbackEntry } from './FeedbackEntry';
import { RatingForm } from './RatingForm';

/** Rates a case that has ended, complains about any, and shows what became of it. */
export function FeedbackPanel({ found }: { found: CaseDto }) {
  const { t } = useTexts('voice');
  const [complaining, setComplaining] = useState(false);
  const { id, result } = found.summary;
  const given = useQuery(feedbackQuery(id));
  const rated = given.data?.items.some((entry) => entry.kind === 'rating');
  return (
    <Panel
      id="feedback"
      title={t('feedback.title')}
      extra={<Button onClick={() => setComplaining(true)}>{t('complaint.open')}</Button>}
    >
      {given.data && result !== null && !rated && <RatingForm caseId={id} />}
      {given.data?.items.map((entry) => (
        <FeedbackEntry key={entry.id} entry={entry} />
      ))}
      {given.data && result === null && given.data.items.length === 0 && <p className="muted">{t('feedback.later')}</p>}
      {complaining && <ComplaintDialog caseId={id} close={() => setComplaining(false)} />}
    </Panel>
  );
}
