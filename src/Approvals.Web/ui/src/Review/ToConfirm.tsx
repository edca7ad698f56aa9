import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { urgeCase } from '../api/cases';
import type { WorkTaskDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** What the employer has yet to confirm of the year; its agents are told once a day. */
export function ToConfirm({ task, reload }: { task: WorkTaskDto; reload: () => void }) {
  const { t } = useTexts('review');
  const { message } = App.useApp();
  const tell = useMutation({
    mutationFn: () => urgeCase(task.case.id),
    onSuccess: () => void message.success(t('toConfirm.done')),
    onSettled: reload,
  });
  const open = task.toConfirm;
  if (!open) {
    return null;
  }
  return (
    <Panel dense id="to-confirm" title={t('toConfirm.title')}>
      <p>
        {t('toConfirm.text', { count: open.entries, year: open.year })}{' '}
        <Link to={`/work/presence/${open.person}?year=${open.year}`}>{t('toConfirm.ledger')}</Link>
      </p>
      <Button size="small" disabled={open.toldToday} loading={tell.isPending} onClick={() => tell.mutate()}>
        {t(open.toldToday ? 'toConfirm.told' : 'toConfirm.tell')}
      </Button>
      {tell.error && <ProblemAlert error={tell.error} />}
    </Panel>
  );
}
