import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SessionDto } from '../api/contract';
import { sessionQuery } from '../api/session';

/** Keeps the number of unread news as the server tells it; the browser comes back by itself when the line breaks. */
export function useLiveNews(user: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (user === undefined || typeof EventSource === 'undefined') {
      return;
    }
    const source = new EventSource('/api/news/events');
    const told = (event: MessageEvent<string>) => {
      const { unread } = JSON.parse(event.data) as { unread: number };
      const before = client.getQueryData<SessionDto>(sessionQuery.queryKey)?.unread;
      if (before !== unread) {
        client.setQueryData<SessionDto>(sessionQuery.queryKey, (session) => session && { ...session, unread });
        void client.invalidateQueries({ queryKey: ['news'] });
      }
    };
    source.addEventListener('news', told);
    return () => source.close();
  }, [client, user]);
}
