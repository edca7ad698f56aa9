import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import type { InboxFilters } from '../api/contract';
import { claimNext as next, claimTask, taskQuery } from '../api/work';
import { useTexts } from '../i18n/useTexts';

/**
 * Taking tasks from the queue of the office.
 * @param expected The task that would be claimed next, as far as the list tells: it is read ahead, so that it opens at once.
 */
export function useClaims(expected: string | undefined) {
  const { t } = useTexts('inbox');
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const ahead = useQuery({
    ...taskQuery(expected ?? ''),
    enabled: expected !== undefined,
    notifyOnChangeProps: ['data'],
  });
  const refresh = () => client.invalidateQueries({ queryKey: ['inbox'] });
  const claim = useMutation({
    mutationFn: async (tasks: string[]) => {
      for (const task of tasks) {
        await claimTask(task);
      }
    },
    // A task that was read ahead, or is being read, is another one once it is claimed: what was read of it is dropped.
    onSettled: (_done, _error, tasks) =>
      Promise.all([refresh(), ...tasks.map((id) => client.resetQueries({ queryKey: ['tasks', id] }))]),
  });
  const claimNext = useMutation({
    mutationFn: ({ filters }: { filters: InboxFilters; shown: string | null }) => next(filters),
    onMutate: ({ shown }) => {
      if (shown !== null) {
        void navigate(`/work/tasks/${shown}`);
      }
    },
    onSuccess: async ({ taskId }, { shown }) => {
      void refresh();
      if (taskId === null) {
        message.info(t('nothingToClaim'));
        await (shown === null ? refresh() : navigate('/work/inbox', { replace: true }));
        return;
      }

      if (taskId !== shown) {
        if (shown !== null) {
          message.info(t('claimedMeanwhile'));
        }
        await navigate(`/work/tasks/${taskId}`, { replace: shown !== null });
      }
      // What was read of it before it was claimed, or is still being read, is old.
      await client.invalidateQueries({ queryKey: ['tasks', taskId], exact: true });
    },
    onError: (_error, { shown }) => {
      if (shown !== null) {
        message.error(t('claimFailed'));
      }
    },
  });
  const takeNext = (filters: InboxFilters) => claimNext.mutate({ filters, shown: ahead.data?.id ?? null });
  return { claim, claimNext, takeNext };
}
