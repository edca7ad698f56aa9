import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, expect, it, vi } from 'vitest';
import { placesQuery } from '../api/allotment';
import type { WaitingEntryDto } from '../api/contract';
import { startTexts } from '../i18n';
import { PlacePanel } from './PlacePanel';

afterEach(() => vi.unstubAllGlobals());

it('says that a place could not be read', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  await show(new QueryClient({ defaultOptions: { queries: { retry: false } } }));

  expect((await screen.findByRole('alert')).textContent).toContain('网络未连通');
});

it('shows each place once, and the first where the address leads to', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(placesQuery('c').queryKey, [
    { entry: entry({ id: 'one', listName: '甲名单', place: 3 }), history: [] },
    { entry: entry({ id: 'two', listName: '乙名单', state: 'removed', place: null }), history: [] },
  ]);
  const { container } = await show(client);

  expect(container.querySelectorAll('#waiting')).toHaveLength(1);
  expect(container.querySelector('#waiting')?.textContent).toContain('甲名单');
  expect(screen.getByText('已退出')).toBeTruthy();
});

function entry(change: Partial<WaitingEntryDto>): WaitingEntryDto {
  return {
    id: '',
    listName: '',
    place: 1,
    caseId: 'c',
    caseNumber: '',
    applicant: '',
    state: 'waiting',
    joinedAt: '2026-11-20T02:00:00Z',
    offer: null,
    etag: '1',
    ...change,
  };
}

async function show(client: QueryClient) {
  await startTexts();
  return render(
    <App component={false}>
      <QueryClientProvider client={client}>
        <PlacePanel caseId="c" />
      </QueryClientProvider>
    </App>,
  );
}
