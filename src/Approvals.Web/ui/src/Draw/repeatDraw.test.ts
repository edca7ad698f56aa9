import { expect, it } from 'vitest';
import type { PanelDrawDto } from '../api/contract';
import { repeatDraw } from './repeatDraw';

const place = (user: string, order: number, isDrawn: boolean, reasons: string[] = []) => ({
  user,
  name: user,
  order,
  isDrawn,
  reasons,
});
const record = (places: PanelDrawDto['places'], seed = 'seed1'): PanelDrawDto => ({
  number: 1,
  at: '2026-03-02T09:00:00+08:00',
  by: '秦月',
  reason: null,
  seed,
  seats: 1,
  places,
  repeats: true,
});

async function ordered(): Promise<string[]> {
  const { marks } = await repeatDraw(record([place('e1', 1, true), place('e2', 2, false), place('e3', 3, false)]));
  return [...marks].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([user]) => user);
}
const asDrawn = (users: string[]) => users.map((user, index) => place(user, index + 1, index === 0));

it('hashes seed and user id as the server does', async () => {
  const { marks } = await repeatDraw(record([place('e1', 1, true)]));
  expect(marks.get('e1')).toBe('39915caea8535113d65f740aa0ad69582b8a01836d09867e10e3ca08d7cb87b4');
});

it('says the same of a record that is as it was drawn', async () => {
  const { isSame, marks } = await repeatDraw(record([...asDrawn(await ordered()), place('e4', 0, false, ['away'])]));
  expect([isSame, marks.has('e4')]).toEqual([true, false]);
});

it.each([
  ['another order', async () => record(asDrawn((await ordered()).reverse()))],
  ['another seed', async () => record(asDrawn(await ordered()), 'seed7')],
  ['somebody drawn besides', async () => record((await ordered()).map((user, i) => place(user, i + 1, i < 2)))],
  ['somebody left out without a reason', async () => record([...asDrawn(await ordered()), place('e5', 0, false)])],
])('says that a record with %s differs', async (_, changed) => {
  expect((await repeatDraw(await changed())).isSame).toBe(false);
});
