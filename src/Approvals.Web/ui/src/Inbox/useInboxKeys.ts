import { useEffect, useRef, useState } from 'react';
import type { InboxRowDto } from '../api/contract';
import { isTyping } from '../Shell/keys';
import { inboxAct } from './keys';

interface Acts {
  open: (row: InboxRowDto) => void;
  claim: (row: InboxRowDto) => void;
  select: (row: InboxRowDto) => void;
  next: () => void;
  help: () => void;
}

/** The row the keys work on, and the keys themselves. */
export function useInboxKeys(rows: InboxRowDto[], acts: Acts): [number, (index: number) => void] {
  const [current, setCurrent] = useState(-1);
  const latest = useRef({ rows, acts, current });
  useEffect(() => {
    latest.current = { rows, acts, current };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { rows: list, acts: does, current: at } = latest.current;
      const onControl = event.target instanceof HTMLElement && event.target.closest('a, button') !== null;
      if (isTyping(event) || (event.key === 'Enter' && onControl)) {
        return;
      }
      const act = inboxAct(event.key, at, list.length);
      const row = list[at];
      if (act.type === 'move') {
        setCurrent(act.to);
        document.getElementById(`row-${act.to}`)?.scrollIntoView({ block: 'nearest' });
      } else if (act.type === 'help' || act.type === 'next') {
        does[act.type]();
      } else if (act.type !== 'none' && row) {
        does[act.type](row);
      } else {
        return;
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return [current, setCurrent];
}
