import { useRef } from 'react';
import type { Grid } from './useGrid';

/** The text of a cell while it is written; Enter goes down, Tab to the right, Esc back. */
export function CellInput({ grid, label }: { grid: Grid; label: string }) {
  const left = useRef(false);
  return (
    <input
      autoFocus
      aria-label={label}
      value={grid.typed ?? ''}
      onChange={(event) => grid.setTyped(event.target.value)}
      onBlur={() => !left.current && grid.commit()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) {
          return;
        }
        const back = () => {
          left.current = true;
          event.currentTarget.closest<HTMLElement>('[role=grid]')?.focus();
        };
        if (event.key === 'Enter' || event.key === 'Tab') {
          event.preventDefault();
          const step = event.shiftKey ? -1 : 1;
          back();
          grid.commit(event.key === 'Enter' ? step : 0, event.key === 'Tab' ? step : 0);
        } else if (event.key === 'Escape') {
          event.preventDefault();
          grid.cancel();
          back();
        }
        event.stopPropagation();
      }}
    />
  );
}
