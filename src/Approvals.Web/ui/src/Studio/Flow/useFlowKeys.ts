import type { KeyboardEvent, RefObject } from 'react';
import { useDraft } from '../Shell/DraftContext';
import type { FlowDesk } from './FlowContext';
import { spotAfter } from './commands';

/** The keys of the drawing: everything that dragging and the menu do. */
export function useFlowKeys(desk: FlowDesk, box: RefObject<HTMLDivElement | null>) {
  const { undo, redo } = useDraft();
  return (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (target.closest('input, textarea, [contenteditable="true"], .ant-modal, .ant-dropdown') !== null) {
      return;
    }
    const id = target.closest<HTMLElement>('[data-step]')?.dataset.step;
    const step = desk.flow.steps.find((one) => one.id === id) ?? desk.selected;
    const command = event.ctrlKey || event.metaKey;
    const act = actOf(event.key, command, event.altKey, event.shiftKey);
    if (act === undefined || (desk.readOnly && !['next', 'previous', 'search', 'fold', 'close'].includes(act))) {
      return;
    }
    const run: Record<string, () => void> = {
      undo: () => void undo(),
      redo: () => void redo(),
      search: () => box.current?.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
      close: () => desk.select(undefined),
      next: () => focusOn(box.current, desk, id, 1),
      previous: () => focusOn(box.current, desk, id, -1),
    };
    const ofStep: Record<string, () => void> = step
      ? {
          delete: () => desk.remove(step),
          copy: () => desk.copy(step),
          insert: () => desk.openMenu(spotAfter(desk.flow, step)),
          fold: () => desk.fold(step.id),
          up: () => desk.shift(step, false),
          down: () => desk.shift(step, true),
        }
      : {};
    const chosen = run[act] ?? ofStep[act];
    if (chosen !== undefined && !(act === 'delete' && desk.view === 'canvas' && id === undefined)) {
      event.preventDefault();
      chosen();
    }
  };
}

function actOf(key: string, command: boolean, alt: boolean, shift: boolean): string | undefined {
  if (command) {
    return { z: shift ? 'redo' : 'undo', y: 'redo', d: 'copy', f: 'search' }[key.toLowerCase()];
  }
  if (alt) {
    return { ArrowUp: 'up', ArrowDown: 'down' }[key];
  }
  return {
    Delete: 'delete',
    Backspace: 'delete',
    i: 'insert',
    Insert: 'insert',
    f: 'fold',
    '/': 'search',
    Escape: 'close',
    ArrowDown: 'next',
    ArrowUp: 'previous',
  }[key];
}

/** Goes to the step that follows, or the one before, in the order of the flow. */
function focusOn(box: HTMLDivElement | null, { flow, select }: FlowDesk, from: string | undefined, by: 1 | -1) {
  const way = flow.ways.find((one) => (by === 1 ? one.source : one.target) === from);
  const to = way && (by === 1 ? way.target : way.source);
  if (to !== undefined) {
    select(to);
    box?.querySelector<HTMLElement>(`[data-step="${CSS.escape(to)}"]`)?.focus();
  }
}
