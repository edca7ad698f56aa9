import { describe, expect, it } from 'vitest';
import type { ActDto } from '../api/contract';
import { actOfKey, asksMore, emptyInput, missingOf, opensFields } from './acts';

const act = (name: string, change: Partial<ActDto> = {}): ActDto => ({
  act: name,
  label: name,
  primary: false,
  danger: false,
  needsOpinion: false,
  needsReason: false,
  targets: null,
  fields: null,
  documents: null,
  people: null,
  conditional: null,
  enabled: true,
  why: null,
  consequence: null,
  picks: 'none',
  places: null,
  extension: null,
  stays: false,
  ...change,
});

describe('keys', () => {
  const acts = [act('approve', { primary: true }), act('reject'), act('correct')];
  it('a is the main act', () => expect(actOfKey('a', acts)?.act).toBe('approve'));
  it('r is the way back that there is', () => expect(actOfKey('r', acts)?.act).toBe('correct'));
  it('passes over what cannot be done now', () =>
    expect(actOfKey('a', [act('approve', { primary: true, enabled: false })])).toBeUndefined());
  it('others mean nothing', () => expect(actOfKey('z', acts)).toBeUndefined());
});

describe('what an act asks', () => {
  it('nothing more for a plain approval', () => expect(asksMore(act('approve'))).toBe(false));
  it('an empty list asks nothing', () => expect(asksMore(act('approve', { conditional: [] }))).toBe(false));
  it('a reason opens a drawer', () => expect(asksMore(act('reject', { needsReason: true }))).toBe(true));

  it('names what is missing', () => {
    const rejection = act('reject', { needsReason: true, needsOpinion: true });
    expect(missingOf(rejection, emptyInput, ' ')).toEqual(['opinion', 'reason']);
    expect(missingOf(rejection, { ...emptyInput, reason: 'x' }, 'y')).toEqual([]);
  });

  it('wants fields only where the applicant corrects', () => {
    const back = act('return', {
      targets: [
        { activity: 'fill', name: 'Fill', applicant: true },
        { activity: 'county', name: 'County', applicant: false },
      ],
      fields: [{ path: 'a', label: 'A', section: 's' }],
    });
    expect(missingOf(back, emptyInput, '')).toEqual(['target']);
    expect(opensFields(back, { ...emptyInput, target: 'county' })).toBe(false);
    expect(missingOf(back, { ...emptyInput, target: 'fill' }, '')).toEqual(['fields']);
    expect(missingOf(back, { ...emptyInput, target: 'fill', fields: ['a'] }, '')).toEqual([]);
  });
});
