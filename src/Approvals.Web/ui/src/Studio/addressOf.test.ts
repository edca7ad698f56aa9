import { describe, expect, it } from 'vitest';
import { addressOf } from './addressOf';

describe('addressOf', () => {
  it('opens a step on the flow', () =>
    expect(addressOf('1', { file: 'workflow.json', activity: 'check', place: null })).toBe(
      '/studio/1/flow?file=workflow.json&activity=check',
    ));

  it('opens a decision on the tables', () =>
    expect(addressOf('1', { file: 'decisions/cards.dmn', decision: 'cards' })).toBe(
      '/studio/1/tables?file=cards.dmn&decision=cards',
    ));

  it('opens the form, letter or dictionary of a file', () => {
    expect(addressOf('1', { file: 'forms/check.json' })).toContain('/forms?file=forms%2Fcheck.json&form=check');
    expect(addressOf('1', { file: 'letters/refusal.zh-CN.md' })).toContain('letter=refusal');
    expect(addressOf('1', { file: 'dictionaries/scenic.json' })).toContain('/rules?');
    expect(addressOf('1', { file: 'dictionaries/scenic.json' })).toContain('section=dictionaries');
  });
});
