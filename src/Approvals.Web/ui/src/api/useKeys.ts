import { useRef } from 'react';

/** A key for each thing that is sent: the same again when it is tried again, so that a lost answer does nothing twice. */
export function useKeys(): (what: string) => string {
  const known = useRef(new Map<string, string>());
  return (what) => {
    const key = known.current.get(what) ?? crypto.randomUUID();
    known.current.set(what, key);
    return key;
  };
}
