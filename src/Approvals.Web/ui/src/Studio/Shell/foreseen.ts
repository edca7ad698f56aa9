import type { Command } from '../../api/studio';
import { replaced } from '../Settings/address';
import type { Json } from '../Settings/json';

/**
 * A file as it will read once changes on their way are saved, so that what is entered next builds on what was entered last.
 * Changes that only the server can carry out leave it as it is.
 */
export function foreseen(content: unknown, changes: readonly Command[]): unknown {
  return changes.reduce((known, change) => {
    switch (change.kind) {
      case 'file.write':
        return typeof known === 'string' && typeof change.value === 'string' ? change.value : known;
      case 'value.set':
        return typeof known === 'object' ? replaced(known as Json, change.at ?? '', change.value as Json) : known;
      case 'value.remove':
        return typeof known === 'object' ? replaced(known as Json, change.at ?? '', undefined) : known;
      default:
        return known;
    }
  }, content);
}
