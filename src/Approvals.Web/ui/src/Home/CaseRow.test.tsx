import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import type { CaseSummaryDto } from '../api/contract';
import { startTexts } from '../i18n';
import { CaseRow } from './CasesPanel';

it.each([
  ['2026-12-04', null, '预计 12 月 4 日 办结'],
  ['2026-12-03', null, '超期：已超过 12 月 3 日'],
])('says of %s on 2026-12-04 what it is', async (expectedOn, result, words) => {
  expect(await textOf({ expectedOn, result })).toContain(words);
});

it('says nothing of a day once there is a result', async () => {
  expect(await textOf({ expectedOn: '2026-12-03', result: 'granted' })).not.toContain('超期');
});

async function textOf(change: Partial<CaseSummaryDto>): Promise<string> {
  await startTexts();
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(['session'], { today: '2026-12-04' });
  const summary: CaseSummaryDto = {
    id: 'a',
    number: '1',
    service: 's',
    serviceName: '事项',
    headline: '',
    state: 'UnderReview',
    stateName: '审核中',
    submittedOn: '2026-11-02',
    expectedOn: null,
    provisional: false,
    result: null,
    resultName: null,
    steps: [],
    ...change,
  };
  const { container } = render(
    <MemoryRouter>
      <QueryClientProvider client={client}>
        <CaseRow summary={summary} />
      </QueryClientProvider>
    </MemoryRouter>,
  );
  return container.textContent;
}
