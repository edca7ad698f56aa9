import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { render } from '../test/render';
import { DuePanel } from './DuePanel';

it('says a day as a day, and until when only what lasts', async () => {
  await render(
    <DuePanel
      expected="2026-12-29"
      explanation={{
        lines: [
          { label: '收件日', amount: '', until: '2026-12-01' },
          { label: '承诺时限', amount: '20 个工作日', until: '2026-12-29' },
        ],
        text: '',
        note: null,
      }}
    />,
  );

  expect(screen.getByRole('row', { name: '收件日 12-01' })).toBeTruthy();
  expect(screen.getByRole('row', { name: '承诺时限 20 个工作日 至 12-29' })).toBeTruthy();
});
