import { screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import type { DraftProblem, StudioDraft } from '../../api/studio';
import { render } from '../../test/render';
import { DraftContext, type OpenDraft } from '../Shell/DraftContext';
import { ProblemList } from './ProblemList';

const problem = (file: string, number: number): DraftProblem => ({
  severity: 'warning',
  code: 'one',
  text: `问题 ${number}`,
  advice: '这样做',
  file,
  activity: null,
  place: null,
  path: [],
});
const opened = { draft: { id: 'd' } as StudioDraft } as OpenDraft;

it('shows the first twenty problems, and further ones by their file', async () => {
  const problems = [
    ...Array.from({ length: 20 }, (_, index) => problem('workflow.json', index + 1)),
    problem('forms/check.json', 21),
    problem('service.json', 22),
    problem('forms/check.json', 23),
  ];
  await render(
    <MemoryRouter>
      <DraftContext value={opened}>
        <ProblemList problems={problems} />
      </DraftContext>
    </MemoryRouter>,
  );

  const groups = screen.getAllByRole('group');
  expect(groups).toHaveLength(2);
  expect(groups[0]?.textContent).toContain('另有 2 个问题');
  expect(within(groups[0] as HTMLElement).getByText('问题 23')).toBeDefined();
  expect(within(groups[1] as HTMLElement).getByText('问题 22')).toBeDefined();
  expect(screen.getByText('问题 20').closest('details')).toBeNull();
});
