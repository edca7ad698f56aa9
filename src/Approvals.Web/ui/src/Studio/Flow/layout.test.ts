import { describe, expect, it } from 'vitest';
import type { Flow, FlowStep } from '../../api/flow';
import { layoutOf, type Place } from './layout';

const step = (id: string, type = 'Approvals.Review'): FlowStep =>
  ({ id, type, title: id, kindName: '', family: 'people', summary: '', ports: [], returns: [] }) as unknown as FlowStep;
const flow = (ways: string[], types: Record<string, string> = {}): Flow => {
  const ids = [...new Set(ways.flatMap((way) => way.split('>')))];
  return {
    file: 'workflow.json',
    isStructured: true,
    start: ids[0] ?? null,
    steps: ids.map((id) => step(id, types[id])),
    ways: ways.map((way) => {
      const [source = '', target = ''] = way.split('>');
      return { source, port: 'Done', target, vertices: [] };
    }),
    variables: [],
  } as unknown as Flow;
};
const overlap = (a: Place, b: Place) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const yOf = (places: Map<string, Place>, id: string) => places.get(id)?.y ?? NaN;

describe('the layout of blocks', () => {
  it('puts branches side by side and what follows below them', () => {
    const { places } = layoutOf(flow(['a>f', 'f>l', 'f>r', 'l>j', 'r>j', 'j>z'], { f: 'Elsa.FlowFork' }), new Set());
    expect(places.get('l')?.y).toBe(places.get('r')?.y);
    expect(places.get('l')?.x).toBeLessThan(places.get('r')?.x ?? NaN);
    expect(yOf(places, 'j')).toBeGreaterThan(yOf(places, 'l'));
    expect(yOf(places, 'z')).toBeGreaterThan(yOf(places, 'j'));
  });
  it('never lets two steps lie on each other, whatever the shape', () => {
    let seed = 7;
    const random = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit;
    for (let round = 0; round < 60; round++) {
      const ways = Array.from({ length: 40 }, (_, n) => `n${random(n + 1)}>n${n + 1}`);
      ways.push(...Array.from({ length: 12 }, () => `n${random(40)}>n${random(40)}`));
      const places = [...layoutOf(flow(ways), new Set()).places.values()];
      expect(places).toHaveLength(41);
      expect(places.some((a, i) => places.slice(i + 1).some((b) => overlap(a, b)))).toBe(false);
    }
  });
  it('hides what a folded step holds and leads on from it', () => {
    const { places, ways, hidden } = layoutOf(
      flow(['f>l', 'f>r', 'l>j', 'r>j'], { f: 'Elsa.FlowFork' }),
      new Set(['f']),
    );
    expect([...places.keys()].sort()).toEqual(['f', 'j']);
    expect(hidden.get('f')).toBe(2);
    expect(ways.map((way) => `${way.source}>${way.target}`)).toEqual(['f>j']);
  });
  it('places five hundred steps in the time of a frame or two', () => {
    const ways = Array.from({ length: 500 }, (_, n) => `n${n}>n${n + 1}`);
    const began = performance.now();
    layoutOf(flow(ways), new Set());
    expect(performance.now() - began).toBeLessThan(200);
  });
});
