import { describe, expect, it } from 'vitest';
import { due } from '../test/build';
import { dueText } from './due';

describe('dueText', () => {
  it('counts working days', () => expect(dueText(due())).toEqual({ key: 'left', count: 3 }));
  it('says today when none is left', () => expect(dueText(due({ workingDaysLeft: 0 }))).toEqual({ key: 'today' }));
  it('counts overdue days up', () =>
    expect(dueText(due({ state: 'red', workingDaysLeft: -2 }))).toEqual({ key: 'overdue', count: 2 }));
  it('rounds hours up', () => expect(dueText(due({ hoursLeft: 2.2 }))).toEqual({ key: 'hours', count: 3 }));
  it('says overdue hours', () =>
    expect(dueText(due({ state: 'red', hoursLeft: -4 }))).toEqual({ key: 'overdueHours', count: 4 }));
  it('is paused whatever is left', () =>
    expect(dueText(due({ state: 'paused', hoursLeft: 4 }))).toEqual({ key: 'paused' }));
  it('names the day when days are not counted', () =>
    expect(dueText(due({ state: 'none', workingDaysLeft: null }))).toEqual({ key: 'before', day: '2026-11-25' }));
  it('has no limit without a day', () =>
    expect(dueText(due({ state: 'none', workingDaysLeft: null, dueOn: null }))).toEqual({ key: 'none' }));
});
