import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { render } from '../test/render';
import { ReasonDialog } from './ReasonDialog';

it('sends a reason once it is one, with one key, and shows what was refused', async () => {
  const user = userEvent.setup();
  const send = vi
    .fn()
    .mockRejectedValueOnce(new Problem(409, { detail: '刚被他人更改' }))
    .mockResolvedValueOnce(undefined);
  const again = vi.fn();
  const close = vi.fn();
  await render(<ReasonDialog title="收回" label="原因" ok="确认收回" send={send} again={again} close={close} />);

  const ok = screen.getByRole<HTMLButtonElement>('button', { name: '确认收回' });
  await user.type(screen.getByLabelText('原因'), '错');
  expect(ok.disabled).toBe(true);
  await user.type(screen.getByLabelText('原因'), '了 ');
  await user.click(ok);

  expect((await screen.findByRole('alert')).textContent).toContain('刚被他人更改');
  expect(again).toHaveBeenCalledTimes(1);
  expect(close).not.toHaveBeenCalled();

  await user.click(ok);
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
  expect(again).toHaveBeenCalledTimes(2);
  expect(send.mock.calls[0]).toEqual(['错了', send.mock.calls[1]?.[1]]);
});
