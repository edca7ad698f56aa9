import type { BlockSetting } from '../../../api/flow';

/** An activity as the file holds it. */
export type Raw = Record<string, unknown>;

/** An expression of an input. */
export interface Expression {
  type: string;
  value: unknown;
}

const isMap = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An activity of a document by its id, wherever it stands. */
export function activityOf(document: unknown, id: string): Raw | undefined {
  const open: unknown[] = [isMap(document) ? (document.root ?? document) : undefined];
  for (let at = open.pop(); open.length > 0 || at !== undefined; at = open.pop()) {
    if (Array.isArray(at)) {
      open.push(...(at as unknown[]));
    } else if (isMap(at)) {
      if (at.id === id && typeof at.type === 'string') {
        return at;
      }
      open.push(
        ...Object.entries(at)
          .filter(([name]) => name !== 'metadata' && name !== 'customProperties')
          .map(([, value]) => value),
      );
    }
  }
  return undefined;
}

/** What stands at a setting's place. */
export function rawOf(activity: Raw | undefined, setting: BlockSetting): unknown {
  return setting.path.reduce<unknown>((value, name) => (isMap(value) ? value[name] : undefined), activity);
}

/** The expression of an input, in whatever shape the file writes it. */
export function expressionOf(raw: unknown): Expression | undefined {
  if (raw === undefined || raw === null) {
    return undefined;
  }
  if (isMap(raw) && isMap(raw.expression)) {
    return {
      type: typeof raw.expression.type === 'string' ? raw.expression.type : 'Literal',
      value: raw.expression.value,
    };
  }
  return isMap(raw) && ('typeName' in raw || 'memoryReference' in raw)
    ? undefined
    : { type: typeof raw === 'object' ? 'Object' : 'Literal', value: raw };
}

/** The plain value of an input; undefined where an expression computes it. */
export function plainOf(raw: unknown): unknown {
  const expression = expressionOf(raw);
  return expression === undefined || isComputed(expression) ? undefined : expression.value;
}

export const isComputed = (expression: Expression | undefined) =>
  expression?.type === 'FEEL' ||
  expression?.type === 'Feel' ||
  expression?.type === 'Variable' ||
  expression?.type === 'Input';

/** The text of a computed input. */
export function formulaOf({ value }: Expression): string {
  return typeof value === 'string'
    ? value
    : isMap(value) && typeof value.name === 'string'
      ? value.name
      : JSON.stringify(value ?? '');
}

export const literal = (value: unknown): Expression => ({
  type: typeof value === 'object' ? 'Object' : 'Literal',
  value,
});
export const feel = (text: string): Expression => ({ type: 'FEEL', value: text });

export const textsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? (value as unknown[]).map((item) => (isMap(item) ? textOf(item.name) : textOf(item))).filter((text) => text !== '')
    : typeof value === 'string' && value !== ''
      ? [value]
      : [];

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

export const mapOf = (value: unknown): Raw => (isMap(value) ? value : {});
export const listOf = (value: unknown): Raw[] => (Array.isArray(value) ? (value as unknown[]).filter(isMap) : []);
