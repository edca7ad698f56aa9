import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { render } from '../test/render';
import { ErrorSummary } from './ErrorSummary';

Element.prototype.scrollIntoView = () => undefined;

describe('ErrorSummary', () => {
  const errors = [{ path: 'works[0].date', label: '业绩 1 · 日期', message: '不能晚于今天' }];

  it('takes the focus and says everything', async () => {
    await render(<ErrorSummary title="1 处" errors={errors} />);
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    expect(screen.getByRole('link').textContent).toBe('业绩 1 · 日期：不能晚于今天');
  });

  it('leads to the field, after its section was opened', async () => {
    const open = vi.fn();
    await render(
      <>
        <ErrorSummary title="1 处" errors={errors} open={open} />
        <input id="field-works-0-date" />
      </>,
    );
    fireEvent.click(screen.getByRole('link'));
    expect(open).toHaveBeenCalledWith('works[0].date');
    await waitFor(() => expect(document.activeElement?.id).toBe('field-works-0-date'));
  });
});
