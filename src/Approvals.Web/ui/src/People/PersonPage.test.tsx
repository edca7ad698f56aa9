import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { App } from 'antd';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Area } from '../api/contract';
import { startTexts } from '../i18n';
import PersonPage from './PersonPage';

const id = '0a0a0a0a-0000-0000-0000-000000000001';

describe('the page of an account', () => {
  it('has the buttons of who keeps accounts, and none that gives roles', async () => {
    await show(['admin', 'people', 'accounts']);

    expect(await screen.findByRole('button', { name: /停用账号/ })).toBeDefined();
    expect(screen.queryByRole('button', { name: '分配角色' })).toBeNull();
  });

  it('has the buttons of who gives roles, and none that changes the account', async () => {
    await show(['admin', 'people', 'roles']);

    expect(await screen.findByRole('button', { name: '分配角色' })).toBeDefined();
    expect(screen.queryByRole('button', { name: /保\s*存/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /停用/ })).toBeNull();
  });
});

async function show(areas: Area[]) {
  await startTexts();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData(['session'], { areas });
  client.setQueryData(['admin', 'people', id, ''], {
    items: [
      {
        id,
        name: '赵一',
        userName: 'zhao.yi',
        email: 'zhao.yi@example.com',
        roles: [],
        disabled: false,
        locked: false,
        twoFactor: true,
      },
    ],
    next: null,
  });
  const router = createMemoryRouter([{ path: '/admin/people/:id', element: <PersonPage /> }], {
    initialEntries: [`/admin/people/${id}`],
  });
  render(
    <QueryClientProvider client={client}>
      <App>
        <RouterProvider router={router} />
      </App>
    </QueryClientProvider>,
  );
}
