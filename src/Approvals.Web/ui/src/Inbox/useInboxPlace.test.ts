import { describe, expect, it } from 'vitest';
import type { InboxRowDto } from '../api/contract';
import { filtersOf, placeOfRow, queryOf, viewOf } from './useInboxPlace';

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
  it('leads a draft back to where it is gone on with', () => {
    const row = { taskId: 'd1', caseId: '', marks: [], draft: 'atCounter' } as unknown as InboxRowDto;
    expect(placeOfRow(row, 'drafts')).toBe('/work/counter/apply/d1');
    expect(placeOfRow({ ...row, draft: 'correction' }, 'drafts')).toBe('/tasks/d1/correction');
    expect(placeOfRow({ ...row, draft: null }, 'todo')).toBe('/work/tasks/d1');
  });
});
