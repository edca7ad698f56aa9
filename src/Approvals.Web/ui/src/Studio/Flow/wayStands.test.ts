import { describe, expect, it } from 'vitest';
import type { FlowStep, FlowWay } from '../../api/flow';
import type { Place } from './layout';
import { plusOf, standsOf, wayId } from './wayStands';

const step = (id: string, ...ports: string[]) =>
  ({ id, ports: ports.map((port) => ({ port, name: port })) }) as unknown as FlowStep;
const way = (source: string, port: string, target: string) => ({ source, port, target }) as unknown as FlowWay;
const place = (x: number, y: number): Place => ({ x, y, width: 216, height: 60 });

const steps = new Map([
  ['a', step('a', 'Approved', 'Rejected', 'Silent')],
  ['b', step('b', 'Approved', 'Rejected')],
  ['c', step('c')],
]);
const places = new Map([
  ['a', place(0, 0)],
  ['b', place(0, 114)],
  ['c', place(0, 228)],
  ['no', place(500, 228)],
]);
const ways = [
  way('a', 'Approved', 'b'),
  way('a', 'Rejected', 'no'),
  way('a', 'Silent', 'no'),
  way('b', 'Approved', 'c'),
  way('b', 'Rejected', 'no'),
  way('c', 'Done', 'no'),
];

describe('where names of outcomes and + stand', () => {
  const stands = standsOf(ways, steps, places);
  const spots = ways.map((one) => {
    const [from, to] = [places.get(one.source), places.get(one.target)];
    const stand = stands.get(wayId(one));
    return from && to && stand
      ? plusOf({ x: from.x + 108, y: from.y + 60 }, { x: to.x + 108, y: to.y }, stand)
      : { x: NaN, y: NaN };
  });
  it('is never the same place twice, though four ways meet at one step', () => {
    const apart = spots.flatMap((one, i) => spots.slice(i + 1).map((two) => Math.hypot(one.x - two.x, one.y - two.y)));
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(28);
  });
  it('is at the step that parts, on the side it leads to, when others meet the way', () => {
    const [first, second] = [stands.get('a:Rejected>no')?.aside, stands.get('a:Silent>no')?.aside];
    expect(first?.label).toBeGreaterThan(0);
    expect(second?.label).toBeGreaterThan(first?.plus ?? NaN);
  });
  it('is right above a target of its own, with the name of the outcome', () => {
    expect(stands.get('a:Approved>b')).toEqual({ label: 'Approved', above: false, aside: undefined });
    expect(spots[0]).toEqual({ x: 108, y: 92 });
  });
  it('is right below a step with one way', () => {
    expect(stands.get('c:Done>no')).toEqual({ label: undefined, above: true, aside: undefined });
    expect(spots[5]).toEqual({ x: 108, y: 310 });
  });
});
