import { expect, it } from 'vitest';
import { latest } from './latest';

const chosen = { id: 'a', etag: '1' };

it('gives the row as it was last read', () => {
  expect(latest([{ id: 'a', etag: '2' }], chosen)).toEqual({ id: 'a', etag: '2' });
});
it('keeps what was chosen when it is not in the list any more', () => {
  expect(latest([{ id: 'b', etag: '2' }], chosen)).toBe(chosen);
  expect(latest(undefined, chosen)).toBe(chosen);
});
