import { describe, expect, it } from 'vitest';
import type { FormValues } from '../api/contract';
import { component, form, section, state } from '../test/build';
import { shownErrors } from './stepErrors';

const sheet = form(section('scores', [component('a'), component('b')]));
const wrong = state({
  errors: [
    { path: 'b', message: 'too much', section: 'scores' },
    { path: 'a', message: 'missing', section: 'scores' },
  ],
});
const paths = (touched: string[], phase: 'filling' | 'sent' | 'mending', now: FormValues = { a: 1, b: 9 }) =>
  shownErrors(sheet, { values: { a: 1, b: 9 }, state: wrong }, now, null, new Set(touched), phase).map(
    (one) => one.path,
  );

describe('shownErrors', () => {
  it('says while filling in only what is wrong with the fields one has left', () => {
    expect(paths(['b'], 'filling')).toEqual(['b']);
  });

  it('says all of them, in the order of the page, once the form was sent and is being mended', () => {
    expect(paths([], 'mending')).toEqual(['a', 'b']);
  });

  it('says nothing of a field that changed since the server answered', () => {
    expect(paths(['a', 'b'], 'filling', { a: 1, b: 3 })).toEqual(['a']);
  });

  it('says nothing of its own while the answer to what was sent stands', () => {
    expect(paths(['b'], 'sent')).toEqual([]);
  });
});
