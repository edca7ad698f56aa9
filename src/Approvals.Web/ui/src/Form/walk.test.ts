import { describe, expect, it } from 'vitest';
import { component, form as formOf, section, state } from '../test/build';
import { errorsInOrder, fieldsOf, isHidden, sectionOf } from './walk';

const form = formOf(
  section('s1', [component('g', { type: 'group', components: [component('a'), component('b')] })]),
  section('s2', [component('rows', { type: 'dynamiclist', components: [component('date'), component('rank')] })]),
);

describe('walk', () => {
  it('opens groups without adding to the path', () =>
    expect(fieldsOf(form.sections[0]?.components ?? []).map((entry) => entry.path)).toEqual(['a', 'b']));

  it('finds the section of a row', () => expect(sectionOf(form, 'rows[3].date')).toBe('s2'));

  it('sorts errors as the page does and names rows', () =>
    expect(
      errorsInOrder(form, [
        { path: 'rows[10].date', message: 'x' },
        { path: 'rows[2].rank', message: 'y' },
        { path: 'b', message: 'z' },
      ]).map((error) => `${error.label}: ${error.message}`),
    ).toEqual(['B: z', 'ROWS 3 · RANK: y', 'ROWS 11 · DATE: x']));

  it('says one error a field', () =>
    expect(
      errorsInOrder(form, [
        { path: 'a', message: 'first' },
        { path: 'a', message: 'second' },
      ]),
    ).toEqual([{ path: 'a', label: 'A', message: 'first' }]));

  it('hides what lies under a hidden path', () => {
    const answers = state({ hidden: ['rows'] });
    expect(isHidden(answers, 'rows[0].date')).toBe(true);
    expect(isHidden(answers, 'a')).toBe(false);
  });
});
