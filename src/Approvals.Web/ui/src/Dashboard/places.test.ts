import { describe, expect, it } from 'vitest';
import { addressOf, casesOf, figureCaseFilters } from './places';

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
  it('knows no other figures', () =>
    expect(figureCaseFilters(new URLSearchParams('measure=all')).measure).toBe('submitted'));
  it('is bare where nothing is set', () => expect(addressOf('/x', { from: undefined })).toBe('/x'));
});
