import { describe, expect, it } from 'vitest';
import { filtersOf, queryOf, viewOf } from './useInboxPlace';

describe('the address of an inbox', () => {
  it('gives back the filters it was made of', () => {
    const filters = {
      service: 'some',
      due: 'red',
      sort: 'oldest',
      q: '2201',
      where: ['a.b:is:x', 'a.c:from:2'],
    } as const;
    expect(filtersOf(queryOf('todo', { ...filters, where: [...filters.where] }))).toEqual(filters);
  });
  it('leaves out what was searched for when it becomes a view', () =>
    expect(viewOf('done', { q: '张明远', region: '220100' })).toBe('tab=done&region=220100'));
});
