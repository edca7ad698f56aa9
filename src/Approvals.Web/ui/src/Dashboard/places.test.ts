import { describe, expect, it } from 'vitest';
import { addressOf, backOf, casesOf, figureCaseFilters } from './places';

describe('the address of figures', () => {
  it('leads from a figure to its cases and back to what was asked', () => {
    const address = casesOf({ from: '2026-01-01', region: '220100' }, 'overdue', { service: 's', activity: 'check' });
    const filters = figureCaseFilters(new URLSearchParams(address.split('?')[1]));
    expect(filters).toEqual({
      from: '2026-01-01',
      region: '220100',
      measure: 'overdue',
      service: 's',
      activity: 'check',
    });
  });
  it('leads back to what the page was narrowed to, not to the row', () => {
    const asked = { from: '2026-01-01', region: '220000' };
    const back = (address: string) => backOf(new URLSearchParams(address.split('?')[1]));

    expect(back(casesOf(asked, 'running', { region: '220100' }))).toBe(addressOf('/work/dashboard', asked));
    expect(back(casesOf(asked, 'running', { service: 's', activity: 'check' }))).toBe(
      addressOf('/work/dashboard', asked),
    );
    expect(back(casesOf({ service: 's' }, 'running', { service: 's', activity: 'check' }))).toBe(
      '/work/dashboard?service=s',
    );
    expect(back(casesOf(asked, 'running'))).toBe(addressOf('/work/dashboard', asked));
  });
  it('knows no other figures', () =>
    expect(figureCaseFilters(new URLSearchParams('measure=all')).measure).toBe('submitted'));
  it('is bare where nothing is set', () => expect(addressOf('/x', { from: undefined })).toBe('/x'));
});
