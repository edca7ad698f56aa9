import type { ExpressionName } from '../../api/conditions';

/** The name that is being written before a place of a text, and where it begins. */
export function completionAt(text: string, caret: number): { word: string; start: number } {
  const word = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(text.slice(0, caret))?.[0] ?? '';
  return { word, start: caret - word.length };
}

/** The names that fit what is written, those that begin so first. */
export function matching(names: readonly ExpressionName[], word: string): ExpressionName[] {
  const sought = word.toLowerCase();
  const begins = (name: ExpressionName) =>
    name.path.toLowerCase().startsWith(sought) || name.label.toLowerCase().startsWith(sought);
  return names
    .filter((name) => name.path !== word && `${name.path} ${name.label}`.toLowerCase().includes(sought))
    .sort((left, right) => Number(begins(right)) - Number(begins(left)));
}
