/** What a key does in the inbox. */
export type InboxAct =
  | { type: 'move'; to: number }
  | { type: 'open' }
  | { type: 'claim' }
  | { type: 'select' }
  | { type: 'next' }
  | { type: 'help' }
  | { type: 'none' };

/** j and k move, Enter opens, c claims, x selects, n claims and opens the next, ? helps; at the ends of the list nothing moves. */
export function inboxAct(key: string, current: number, count: number): InboxAct {
  switch (key) {
    case 'j':
      return count === 0 ? { type: 'none' } : { type: 'move', to: Math.min(current + 1, count - 1) };
    case 'k':
      return count === 0 ? { type: 'none' } : { type: 'move', to: Math.max(current - 1, 0) };
    case 'Enter':
      return current < 0 || current >= count ? { type: 'none' } : { type: 'open' };
    case 'c':
      return current < 0 || current >= count ? { type: 'none' } : { type: 'claim' };
    case 'x':
      return current < 0 || current >= count ? { type: 'none' } : { type: 'select' };
    case 'n':
      return { type: 'next' };
    case '?':
      return { type: 'help' };
    default:
      return { type: 'none' };
  }
}
