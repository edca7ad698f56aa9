import { describe, expect, it } from 'vitest';
import { reviewAct } from './reviewKeys';

describe('reviewAct', () => {
  it('goes to the next task', () => expect(reviewAct('j', 0)).toEqual({ type: 'neighbour', step: 1 }));
  it('shows the document of a number', () => expect(reviewAct('2', 3)).toEqual({ type: 'document', at: 1 }));
  it('shows none beyond the last', () => expect(reviewAct('4', 3)).toEqual({ type: 'none' }));
  it('ticks nothing where there is nothing', () => expect(reviewAct('y', 0)).toEqual({ type: 'none' }));
  it('leaves the keys of acts alone', () => expect(reviewAct('a', 3)).toEqual({ type: 'none' }));
});
