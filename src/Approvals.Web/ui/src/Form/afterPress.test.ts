import { describe, expect, it, vi } from 'vitest';
import { afterPress } from './afterPress';

describe('afterPress', () => {
  it('runs at once when nothing is pressed', () => {
    const run = vi.fn();
    afterPress(run);
    expect(run).toHaveBeenCalledOnce();
  });

  it('waits until the press is over, and the click has come', async () => {
    const run = vi.fn();
    window.dispatchEvent(new Event('pointerdown'));
    afterPress(run);
    expect(run).not.toHaveBeenCalled();
    window.dispatchEvent(new Event('pointerup'));
    expect(run).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
  });
});
