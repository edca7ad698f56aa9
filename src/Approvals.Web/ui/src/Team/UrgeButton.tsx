import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { urgeCase } from '../api/cases';
import type { TeamTaskDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { useTexts } from '../i18n/useTexts';

/** Asks whoever has a step to hurry; once a day. */
export function UrgeButton({ task }: { task: TeamTaskDto }) {
  const { t } = useTexts('team');
  const { message } = App.useApp();
  const client = useQueryClient();
  const urge = useMutation({
    mutationFn: () => urgeCase(task.caseId),
    onSuccess: () => message.success(t('urged')),
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
    onSettled: () => client.invalidateQueries({ queryKey: ['team', 'tasks'] }),
  });
  return (
    <Button size="small" disabled={task.urgedToday} loading={urge.isPending} onClick={() => urge.mutate()}>
      {t(task.urgedToday ? 'urgeTomorrow' : 'urge')}
      <span className="visually-hidden"> {task.number}</span>
    </Button>
  );
}
