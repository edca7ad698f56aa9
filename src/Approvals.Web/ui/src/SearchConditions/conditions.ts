import type { SearchFieldDto } from '../api/contract';

export type Comparison = SearchFieldDto['comparisons'][number];

/** One condition on an answer, as it is entered. */
export interface Condition {
  field: string;
  comparison: Comparison;
  value: string;
}

/** As the server reads it. */
export function written({ field, comparison, value }: Condition): string {
  return `${field}:${comparison}:${value.trim()}`;
}

/** The condition that a text writes; undefined where it writes none. */
export function conditionOf(text: string): Condition | undefined {
  const [field, comparison, ...value] = text.split(':');
  return field && value.length > 0 && isComparison(comparison)
    ? { field, comparison, value: value.join(':') }
    : undefined;
}

function isComparison(text: string | undefined): text is Comparison {
  return text === 'is' || text === 'starts' || text === 'from' || text === 'to';
}

/** Those that say something. */
export function whole(conditions: readonly Condition[]): Condition[] {
  return conditions.filter(({ field, value }) => field !== '' && value.trim() !== '');
}
