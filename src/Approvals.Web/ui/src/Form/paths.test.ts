import { describe, expect, it } from 'vitest';
import { fieldId, getPath, isWithin, parsePath, setPath, topKey } from './paths';

describe('paths', () => {
  it('parse keys and rows', () => expect(parsePath('achievements[0].date')).toEqual(['achievements', 0, 'date']));
  it('name the key that values are saved by', () => expect(topKey('achievements[2].date')).toBe('achievements'));
  it('read through rows', () => expect(getPath({ a: [{ b: 1 }, { b: 2 }] }, 'a[1].b')).toBe(2));
  it('read nothing where there is nothing', () => expect(getPath({ a: 3 }, 'a[1].b')).toBeUndefined());

  it('write without changing what was there', () => {
    const before = { a: [{ b: 1 }], c: { d: 1 } };
    const after = setPath(before, 'a[0].b', 5);
    expect(after).toEqual({ a: [{ b: 5 }], c: { d: 1 } });
    expect(before.a[0]?.b).toBe(1);
    expect(after.c).toBe(before.c);
  });

  it('write into rows that do not exist yet', () =>
    expect(setPath({}, 'a[0].b.c', 'x')).toEqual({ a: [{ b: { c: 'x' } }] }));

  it('give ids that links can lead to', () =>
    expect(fieldId('achievements[0].date')).toBe('field-achievements-0-date'));

  it('know what lies within', () => {
    expect(isWithin('a[0].b', 'a')).toBe(true);
    expect(isWithin('a.b', 'a')).toBe(true);
    expect(isWithin('ab', 'a')).toBe(false);
  });
});
