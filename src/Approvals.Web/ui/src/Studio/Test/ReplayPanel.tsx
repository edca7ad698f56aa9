import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, InputNumber, Progress } from 'antd';
import { useState } from 'react';
import {
  cancelReplay,
  type ReplayRunDto,
  replayQuery,
  replaysQuery,
  replayTableUrl,
  startReplay,
} from '../../api/replays';
import { shortInstant } from '../../i18n/dates';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { ProblemAlert } from '../../Layout/ProblemAlert';
import { QueryView } from '../../Layout/QueryView';
import { useDraft } from '../Shell/DraftContext';
import { ReplayedCases } from './ReplayedCases';
import { ReplayWork } from './ReplayWork';
import styles from './Test.module.css';

/** Past cases played against this version: how many change, which, and why. Nothing of it touches a case. */
export function ReplayPanel() {
  const { t } = useTexts('rehearsal');
  const { draft } = useDraft();
  const client = useQueryClient();
  const runs = useQuery(replaysQuery(draft.id));
  const run = runs.data?.[0]?.id;
  const [atMost, setAtMost] = useState<number | null>(200);
  const [open, setOpen] = useState(false);
  const start = useMutation({
    mutationFn: () => startReplay(draft.service, draft.id, crypto.randomUUID(), atMost ?? 200, open),
    onSuccess: () => client.invalidateQueries({ queryKey: replaysQuery(draft.id).queryKey }),
  });
  return (
    <Panel title={t('replay')}>
      <p className="muted">{t('replayText')}</p>
      {start.error && <ProblemAlert error={start.error} />}
      <div className={styles.clock}>
        <InputNumber
          className={styles.most}
          aria-label={t('atMost')}
          prefix={t('atMost')}
          min={1}
          max={1000}
          value={atMost}
          onChange={setAtMost}
        />
        <Checkbox checked={open} onChange={(event) => setOpen(event.target.checked)}>
          {t('openToo')}
        </Checkbox>
        <Button loading={start.isPending} disabled={atMost === null} onClick={() => start.mutate()}>
          {t('startReplay')}
        </Button>
      </div>
      {run !== undefined && <Run key={run} id={run} />}
    </Panel>
  );
}

function Run({ id }: { id: string }) {
  const query = useQuery(replayQuery(id));
  return <QueryView query={query}>{(run) => <Shown run={run} />}</QueryView>;
}

function Shown({ run }: { run: ReplayRunDto }) {
  const { t } = useTexts('rehearsal');
  const cancel = useMutation({ mutationFn: () => cancelReplay(run.id) });
  return (
    <>
      {run.state === 'pending' && (
        <div className={styles.clock} role="status">
          <Progress
            percent={run.total === 0 ? 0 : Math.floor((100 * run.played) / run.total)}
            className={styles.progress}
          />
          <Button size="small" onClick={() => cancel.mutate()}>
            {t('cancel')}
          </Button>
        </div>
      )}
      {!run.isCurrent && <p className={styles.stale}>{t('stale')}</p>}
      <p className="muted small">{t('begunBy', { name: run.startedBy, at: shortInstant(run.startedAt) })}</p>
      <p className={styles.headline}>{t('changedOf', { changed: run.changed, total: run.played })}</p>
      <ul className={styles.figures}>
        {(['same', 'changed', 'undetermined'] as const).map((verdict) => (
          <li key={verdict} data-verdict={verdict}>
            <strong>{run[verdict]}</strong>
            {t(`verdicts.${verdict}`)}
          </li>
        ))}
      </ul>
      {run.open.map(({ why, cases }) => (
        <p key={why} className="muted small">
          {t('openBecause', { why, count: cases })}
        </p>
      ))}
      <p>
        <a href={replayTableUrl(run.id)} download>
          {t('download')}
        </a>
      </p>
      <ReplayedCases run={run} />
      <ReplayWork run={run} />
    </>
  );
}
