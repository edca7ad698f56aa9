import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import type { ServiceVersionDto } from '../../api/contract';
import { submitVersion, versionsQuery } from '../../api/policy';
import { draftQuery } from '../../api/studio';
import { useSession } from '../../App/useSession';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { ProblemAlert } from '../../Layout/ProblemAlert';
import { useDraft } from '../Shell/DraftContext';
import { useLatestRun } from '../Test/useLatestRun';
import styles from './Publish.module.css';
import type { Moving } from './RunningCases';

const format = 'YYYY-MM-DD';

/** What its author says when a draft is handed over: from which day on, and why; and what still stands in the way. */
export function ProposalPanel({ version, moving }: { version: ServiceVersionDto; moving: Moving }) {
  const { t } = useTexts('publishing');
  const { draft, problems } = useDraft();
  const { today } = useSession();
  const run = useLatestRun(draft.id);
  const client = useQueryClient();
  const field = useId();
  const [day, setDay] = useState(
    version.proposedFrom !== null && version.proposedFrom >= today ? version.proposedFrom : '',
  );
  const [note, setNote] = useState(version.note ?? '');
  const submit = useMutation({
    mutationFn: () =>
      submitVersion(draft.id, {
        effectiveFrom: day,
        note: note.trim(),
        moveFrom: moving.moves ? (moving.tried?.from ?? null) : null,
        activities: moving.moves ? (moving.tried?.activities ?? {}) : {},
      }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: versionsQuery.queryKey }),
        client.invalidateQueries({ queryKey: draftQuery(draft.id).queryKey }),
      ]),
  });
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const unsaid = run?.isCurrent && run.state === 'done' ? run.changed - run.noted : 0;
  const lacks = [
    errors > 0 && t('lacks.errors', { count: errors }),
    day === '' && t('lacks.day'),
    note.trim() === '' && t('lacks.note'),
    unsaid > 0 && t('lacks.unsaid', { count: unsaid }),
    moving.moves && moving.tried === undefined && t('lacks.trial'),
  ].filter((one) => one !== false);
  return (
    <Panel title={t('proposal')} id="proposal">
      <div className={styles.entry}>
        <label htmlFor={`${field}-day`}>{t('proposedDay')}</label>
        <DatePicker
          id={`${field}-day`}
          className={styles.wide}
          format={format}
          minDate={dayjs(today, format)}
          value={day === '' ? null : dayjs(day, format)}
          onChange={(chosen) => setDay(chosen?.format(format) ?? '')}
        />
        <p className="muted small">{t('proposedDayText')}</p>
      </div>
      <div className={styles.entry}>
        <label htmlFor={`${field}-note`}>{t('note')}</label>
        <Input.TextArea
          id={`${field}-note`}
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <p className="muted small">{t('noteText')}</p>
      </div>
      {submit.error && <ProblemAlert error={submit.error} />}
      <Button
        block
        type="primary"
        disabled={lacks.length > 0 || !version.acts.includes('submit')}
        loading={submit.isPending}
        onClick={() => submit.mutate()}
      >
        {t('handOver')}
      </Button>
      <p className={lacks.length > 0 ? styles.lacks : 'muted small'} role="status">
        {submit.isPending
          ? t('checking')
          : lacks.length > 0
            ? t('lacks.told', { list: lacks.join(t('lacks.comma')) })
            : t('handOverText')}
      </p>
    </Panel>
  );
}
