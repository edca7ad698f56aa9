import { describe, expect, it } from 'vitest';
import { conditionOf, whole, written } from './conditions';

describe('conditions', () => {
  it('are read as they were written, colons in the value included', () => {
    const condition = { field: 'form.note', comparison: 'starts', value: 'a:b' } as const;
    expect(conditionOf(written(condition))).toEqual(condition);
  });
  it('are none without a known comparison', () => expect(conditionOf('form.note:like:x')).toBeUndefined());
  it('without a value say nothing', () =>
    expect(whole([{ field: 'form.note', comparison: 'is', value: ' ' }])).toEqual([]));
});
