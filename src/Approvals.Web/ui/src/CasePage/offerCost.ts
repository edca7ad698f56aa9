/** What letting an offer go costs, for its words. */
export function costOf(cost: string | null): 'keep' | 'end' | 'remove' {
  return cost === 'end' || cost === 'remove' ? cost : 'keep';
}
