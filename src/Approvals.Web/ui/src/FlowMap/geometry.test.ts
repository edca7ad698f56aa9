import { describe, expect, it } from 'vitest';
import { frameOf, pathOf } from './geometry';

const node = (id: string, x: number, y: number) => ({ id, x, y, width: 180, height: 64 });

describe('frameOf', () => {
  it('holds every block with a margin', () =>
    expect(frameOf([node('a', -20, 0), node('b', 300, 120)])).toEqual({ x: -44, y: -24, width: 548, height: 232 }));
});

describe('pathOf', () => {
  const nodes = [node('a', 0, 0), node('b', 220, 0), node('c', 0, 200)];
  it('goes from the right edge to the left one', () =>
    expect(pathOf({ from: 'a', to: 'b' }, nodes)?.line).toBe('M180 32H200V32H219'));
  it('goes down to a block below', () => expect(pathOf({ from: 'a', to: 'c' }, nodes)?.line).toBe('M90 64V132H90V199'));
  it('goes over the top to a block before it', () =>
    expect(pathOf({ from: 'b', to: 'a' }, nodes)?.line).toBe('M310 0V-16H90V-1'));
  it('is none where a block is missing', () => expect(pathOf({ from: 'a', to: 'z' }, nodes)).toBeUndefined());
});
