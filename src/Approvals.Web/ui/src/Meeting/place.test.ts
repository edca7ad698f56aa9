import { describe, expect, it } from 'vitest';
import { long, moved, placeOf, queryOf, short } from './place';

const ids = [
  '019cac46-1500-700e-88fe-5f08faf8e6ac',
  '019cac46-1500-7230-91cc-7bcd81ae0a9a',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
];

describe('the address of a meeting list', () => {
  it('holds a case in 22 letters and gives it back', () => {
    expect(ids.map((id) => short(id).length)).toEqual([22, 22, 22]);
    expect(ids.map((id) => long(short(id)))).toEqual(ids);
    expect(long('nothing')).toBeNull();
  });
  it('gives back what it was made of, in its order', () => {
    const place = {
      service: 'some',
      activity: 'panel',
      dueBy: '2026-03-02',
      redacted: false,
      cases: [...ids].reverse(),
      list: true,
    };
    expect(placeOf(queryOf(place))).toEqual(place);
  });
  it('of thirty cases fits what is kept of a view', () => {
    const cases = Array.from(
      { length: 30 },
      (_, at) => '019cac46-1500-700e-88fe-5f08faf8e6' + String(at).padStart(2, '0'),
    );
    const query = queryOf({
      service: 'a-service-with-a-long-code',
      activity: 'panel',
      dueBy: '2026-03-02',
      redacted: true,
      cases,
      list: true,
    });
    expect(query.toString().length).toBeLessThan(1000);
  });
  it('moves a case up and down, and no further than the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c']);
  });
});
