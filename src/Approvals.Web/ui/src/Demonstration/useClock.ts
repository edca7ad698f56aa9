import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback } from 'react';
import { answer, client } from '../api/client';
import { messageOf } from '../api/problem';
import { fullDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';

const dayLength = 24 * 60 * 60 * 1000;

/** Moves the demonstration's clock forward; only a server in Development has one. */
export function useClock(): (days: number) => Promise<void> {
  const { t } = useTexts('shell');
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useCallback(
    async (days: number) => {
      try {
        const { now } = await answer(client.GET('/api/demo/clock'));
        const to = new Date(new Date(now).getTime() + days * dayLength).toISOString();
        const moved = await answer(client.POST('/api/demo/clock', { body: { to } }));
        await queries.invalidateQueries();
        void message.success(t('demonstration.moved', { day: fullDay(moved.now) }));
      } catch (error) {
        void message.error(messageOf(error) ?? t('common:problem.unexpected'));
      }
    },
    [message, queries, t],
  );
}
