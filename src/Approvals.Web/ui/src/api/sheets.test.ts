import { describe, expect, it } from 'vitest';
import { sheetUrl } from './sheets';

describe('sheetUrl', () => {
  it('keeps what narrows the list, several conditions each by itself', () =>
    expect(sheetUrl('/api/inbox/sheet', { tab: 'todo', due: undefined, q: '', where: ['a:is:1', 'b:from:2'] })).toBe(
      '/api/inbox/sheet?tab=todo&where=a%3Ais%3A1&where=b%3Afrom%3A2',
    ));
  it('is the plain address where nothing narrows it', () =>
    expect(sheetUrl('/api/cases/sheet', {})).toBe('/api/cases/sheet'));
});
