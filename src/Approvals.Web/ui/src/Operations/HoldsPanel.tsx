import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { HoldDto } from '../api/contract';
import { holdCase, liftHold, retentionQuery } from '../api/operations';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './Operations.module.css';

/** Cases of which nothing may be destroyed: placed by number with a reason, and lifted. */
export function HoldsPanel({ holds }: { holds: readonly HoldDto[] }) {
  const { t } = useTexts('operations');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const act = useMutation({
    mutationFn: (lifted: string | undefined) =>
      lifted === undefined ? holdCase(number.trim(), reason.trim()) : liftHold(lifted),
    onSuccess: async (_, lifted) => {
      message.success(t(lifted === undefined ? 'holds.placed' : 'holds.lifted'));
      setNumber('');
      setReason('');
      await client.invalidateQueries({ queryKey: retentionQuery.queryKey });
    },
  });
  return (
    <Panel flush id="holds" title={t('holds.title', { count: holds.length })}>
      <ul>
        {holds.map((hold) => (
          <li key={hold.id} className={styles.hold}>
            <span>
              <strong>{hold.number}</strong> {hold.reason} <span className="muted">{shortInstant(hold.placedAt)}</span>
            </span>
            <Button size="small" loading={act.isPending} onClick={() => act.mutate(hold.number)}>
              {t('holds.lift')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.form}>
        {act.error && <ProblemAlert error={act.error} />}
        <Entry label={t('holds.number')}>
          {(id) => <Input id={id} value={number} maxLength={40} onChange={(event) => setNumber(event.target.value)} />}
        </Entry>
        <Entry label={t('holds.reason')}>
          {(id) => <Input id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
        </Entry>
        <Button
          disabled={number.trim().length < 5 || reason.trim().length < 2}
          loading={act.isPending}
          onClick={() => act.mutate(undefined)}
        >
          {t('holds.place')}
        </Button>
      </div>
    </Panel>
  );
}
