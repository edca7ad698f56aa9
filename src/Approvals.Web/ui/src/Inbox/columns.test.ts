import { describe, expect, it } from 'vitest';
import { columnsOf, shownColumns } from './columns';

describe('columns', () => {
  it('stand in the order of the table', () =>
    expect(columnsOf(['marks', 'service', 'nothing'])).toEqual(['service', 'marks']));
  it('are the usual ones where none is named', () => expect(columnsOf([])).not.toContain('received'));
  it('tell who has claimed only of tasks to do', () =>
    expect(shownColumns(['claim', 'marks'], 'done')).toEqual(['marks']));
  it('leave out of drafts what only cases have', () =>
    expect(shownColumns(['service', 'answers', 'dueOn', 'claim'], 'drafts')).toEqual(['service', 'dueOn']));
});
