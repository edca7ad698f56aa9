import { useCallback, useSyncExternalStore } from 'react';

/** Whether the page is as narrow as a phone, or as so many pixels. */
export function useNarrow(width = 720): boolean {
  const query = `(max-width: ${width}px)`;
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
