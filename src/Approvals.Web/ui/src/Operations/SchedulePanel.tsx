import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, AutoComplete, Button } from 'antd';
import { useState } from 'react';
import type { JobDto } from '../api/contract';
import { changeSchedule, operationsQuery, scheduleQuery } from '../api/operations';
import { messageOf } from '../api/problem';
import { zoneTime } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import people from '../People/People.module.css';

const ways = ['minutes', 'hourly', 'daily', 'working', 'weekly', 'monthly', 'last', 'yearly'] as const;

/** When a job runs, in words, with what they mean before they count; and its rest. */
export function SchedulePanel({ job }: { job: JobDto }) {
  const { t } = useTexts('operations');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [words, setWords] = useState(job.words);
  const meant = useQuery({ ...scheduleQuery(words), enabled: words.trim().length > 1 });
  const change = useMutation({
    mutationFn: (body: { words?: string; paused?: boolean }) => changeSchedule(job.name, { etag: job.etag, ...body }),
    onSuccess: async () => {
      message.success(t('schedule.kept'));
      await client.invalidateQueries({ queryKey: operationsQuery.queryKey });
    },
  });
  return (
    <section aria-label={t('schedule.title')}>
      {change.error && <ProblemAlert error={change.error} />}
      <Entry label={t('schedule.words')} hint={t('schedule.hint')}>
        {(id) => (
          <AutoComplete
            id={id}
            value={words}
            maxLength={100}
            options={ways.map((way) => ({ value: t(`schedule.way.${way}`) }))}
            onChange={setWords}
            className={people.wide}
          />
        )}
      </Entry>
      <p aria-live="polite" className="muted">
        {meant.error && (messageOf(meant.error) ?? t('schedule.unknown'))}
        {meant.data && t('schedule.next', { next: meant.data.next.map(zoneTime).join(t('schedule.and')) })}
      </p>
      <div className={people.buttons}>
        <Button
          type="primary"
          loading={change.isPending}
          disabled={meant.data === undefined || meant.data.words === job.words}
          onClick={() => change.mutate({ words })}
        >
          {t('schedule.keep')}
        </Button>
        <Button loading={change.isPending} onClick={() => change.mutate({ paused: !job.paused })}>
          {t(job.paused ? 'schedule.resume' : 'schedule.pause')}
        </Button>
      </div>
      <p className="muted small">
        <code>{job.name}</code> · <code>{job.cron}</code>
      </p>
    </section>
  );
}
