import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render as renderPlain } from '@testing-library/react';
import type { ReactNode } from 'react';
import { startTexts } from '../i18n';

/** Renders with texts in zh-CN and a query client of its own. */
export async function render(children: ReactNode) {
  await startTexts();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return renderPlain(<QueryClientProvider client={client}>{children}</QueryClientProvider>);
}
