import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import type { InboxFilters } from '../api/contract';
import { claimNext as next, claimTask } from '../api/work';
import { useTexts } from '../i18n/useTexts';

/** Taking tasks from the queue of the office. */
export function useClaims() {
  const { t } = useTexts('inbox');
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const refresh = () => client.invalidateQueries({ queryKey: ['inbox'] });
  const claim = useMutation({
    mutationFn: async (tasks: string[]) => {
      for (const task of tasks) {
        await claimTask(task);
      }
    },
    onSettled: refresh,
  });
  const claimNext = useMutation({
    mutationFn: (filters: InboxFilters) => next(filters),
    onSuccess: async ({ taskId }) => {
      if (taskId === null) {
        message.info(t('nothingToClaim'));
        await refresh();
      } else {
        await navigate(`/work/tasks/${taskId}`);
      }
    },
  });
  return { claim, claimNext };
}
