import { expect, it } from 'vitest';
import type { StepDto } from '../api/contract';
import { branchesOf } from './branches';

const step = (activity: string, beside: string[] = [], status: StepDto['status'] = 'coming') =>
  ({ activity, beside, status }) as StepDto;
const names = (steps: StepDto[]) => branchesOf(steps).map((group) => group.map((one) => one.activity));

it('puts the steps of parallel branches together', () => {
  expect(names([step('a'), step('b', ['c']), step('c', ['b']), step('d')])).toEqual([['a'], ['b', 'c'], ['d']]);
});

it('leaves out what is skipped, and keeps a step under way apart from one that comes', () => {
  expect(names([step('a', ['b'], 'current'), step('x', [], 'skipped'), step('b', ['a'])])).toEqual([['a'], ['b']]);
});
