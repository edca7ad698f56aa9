import { useState } from 'react';
import { Problem } from '../api/problem';

/** A few lines of text, and what the server says about each. */
export function useEntries<K extends string>(names: readonly K[], error: unknown) {
  const [values, setValues] = useState(() => Object.fromEntries(names.map((name) => [name, ''])) as Record<K, string>);
  const found = error instanceof Problem ? error.errors : [];
  const entry = (name: K) => ({
    value: values[name],
    onValue: (value: string) => setValues((known) => ({ ...known, [name]: value })),
    error: found.find((one) => one.path === name)?.message,
  });
  /** Each error belongs to a field and stands there already. */
  const placed = found.length > 0 && found.every((one) => (names as readonly string[]).includes(one.path));
  return { values, entry, placed };
}
