import { describe, expect, it } from 'vitest';
import { component, section } from '../test/build';
import { answerLines } from './answerLines';

const page = section('s', [
  component('title'),
  component('phone'),
  component('works', { type: 'dynamiclist', components: [component('name'), component('year', { type: 'number' })] }),
]);
const values = {
  title: 'senior',
  works: [
    { name: 'one', year: 2024 },
    { name: 'two', year: 2025 },
  ],
};
const change = (path: string, before: string | null, after: string | null) => ({
  path,
  label: path,
  old: before,
  new: after,
});

describe('answerLines', () => {
  it('gives each row of a list a line of its own', () =>
    expect(answerLines(page, values, []).map((line) => line.label)).toEqual(['TITLE', 'WORKS 1', 'WORKS 2']));

  it('marks only the row that changed', () => {
    const lines = answerLines(page, values, [change('works[1].year', '2023', '2025')]);
    expect(lines.filter((line) => line.changes.length > 0).map((line) => line.path)).toEqual(['works[1]']);
  });

  it('still shows what is not answered any more', () => {
    const lines = answerLines(page, values, [change('phone', '138****1234', null)]);
    expect(lines.at(-1)).toMatchObject({ path: 'phone', value: '', changes: [{ old: '138****1234' }] });
  });

  it('leaves changes of other sections alone', () =>
    expect(answerLines(page, values, [change('elsewhere', 'a', 'b')])).toHaveLength(3));
});
