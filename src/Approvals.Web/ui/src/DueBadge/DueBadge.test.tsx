import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { due } from '../test/build';
import { render } from '../test/render';
import { DueBadge } from './DueBadge';

describe('DueBadge', () => {
  it('says the working days, and the date on hover', async () => {
    await render(<DueBadge due={due()} />);
    expect(screen.getByTitle('最迟 2026 年 11 月 25 日（周三）').textContent).toBe('剩 3 个工作日');
  });

  it('warns that a date may move', async () => {
    await render(<DueBadge due={due({ provisional: true })} />);
    expect(screen.getByTitle(/日历公布后可能调整/)).toBeTruthy();
  });

  it('shows the day where asked', async () => {
    await render(<DueBadge due={due({ state: 'red', workingDaysLeft: -1 })} withDay />);
    expect(screen.getByText(/超期 1 个工作日/).textContent).toBe('超期 1 个工作日 · 11-25 到期');
  });
});
