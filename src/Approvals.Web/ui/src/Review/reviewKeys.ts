/** What a key does on the page of a task, the acts' own keys aside. */
export type ReviewAct =
  | { type: 'neighbour'; step: 1 | -1 }
  | { type: 'document'; at: number }
  | { type: 'tick' }
  | { type: 'help' }
  | { type: 'none' };

/** j and k go to the next and the last task, 1 to 9 show a document, y says that it will do, n why not, ? helps. */
export function reviewAct(key: string, documents: number): ReviewAct {
  switch (key) {
    case 'j':
      return { type: 'neighbour', step: 1 };
    case 'k':
      return { type: 'neighbour', step: -1 };
    case 'y':
    case 'n':
      return documents === 0 ? { type: 'none' } : { type: 'tick' };
    case '?':
      return { type: 'help' };
    default: {
      const at = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
      return at >= 0 && at < documents ? { type: 'document', at } : { type: 'none' };
    }
  }
}

/** The keys of the page, as they are listed. */
export const reviewKeys = ['a', 'r', 'j', 'k', '1', 'y', 'n', '?'] as const;
