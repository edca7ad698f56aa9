import type { FormValues } from '../api/contract';

type Step = string | number;

/** `achievements[0].date` → ['achievements', 0, 'date'] */
export function parsePath(path: string): Step[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map((match) =>
    match[2] === undefined ? (match[1] ?? '') : Number(match[2]),
  );
}

export function joinPath(prefix: string, key: string): string {
  return prefix === '' ? key : `${prefix}.${key}`;
}

export function rowPath(list: string, index: number): string {
  return `${list}[${index}]`;
}

/** The form's own key that a path begins with: values are saved by it. */
export function topKey(path: string): string {
  return String(parsePath(path)[0] ?? '');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a path is the other, or lies under it. */
export function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}.`) || path.startsWith(`${root}[`);
}

function child(value: unknown, step: Step): unknown {
  if (typeof step === 'number') {
    return Array.isArray(value) ? (value[step] as unknown) : undefined;
  }
  return isObject(value) ? value[step] : undefined;
}

export function getPath(values: FormValues, path: string): unknown {
  return parsePath(path).reduce<unknown>(child, values);
}

/** A copy with the value at the path; what is not on the way stays the same object. */
export function setPath(values: FormValues, path: string, value: unknown): FormValues {
  return put(values, parsePath(path), value) as FormValues;
}

function put(target: unknown, steps: Step[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) {
    return value;
  }
  const inner = put(child(target, step), rest, value);
  if (typeof step === 'number') {
    const list: unknown[] = Array.isArray(target) ? [...(target as unknown[])] : [];
    list[step] = inner;
    return list;
  }
  return { ...(isObject(target) ? target : {}), [step]: inner };
}

/** The id of a field's element: links of the error summary lead to it. */
export function fieldId(path: string): string {
  return `field-${path.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/-$/, '')}`;
}
