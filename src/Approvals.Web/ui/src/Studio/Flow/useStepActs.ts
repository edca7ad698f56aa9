import type { FlowStep } from '../../api/flow';
import { spotAbove, spotAfter, spotBelow } from './commands';
import { useFlow } from './FlowContext';
import { isEnd, isParting } from './layout';

export interface StepAct {
  key: 'insert' | 'copy' | 'delete' | 'fold' | 'unfold' | 'up' | 'down';
  keys: string;
  danger?: boolean;
  run: () => void;
}

/** What can be done with a step, for the menu, the drawer and the keys. */
export function useStepActs(step: FlowStep | undefined): StepAct[] {
  const { flow, view, readOnly, folded, fold, openMenu, copy, remove, shift } = useFlow();
  if (step === undefined) {
    return [];
  }
  const folds: StepAct[] =
    view === 'blocks' && (isParting(step) || flow.ways.filter((way) => way.source === step.id).length > 1)
      ? [{ key: folded.has(step.id) ? 'unfold' : 'fold', keys: 'F', run: () => fold(step.id) }]
      : [];
  if (readOnly) {
    return folds;
  }
  return [
    ...(isEnd(step) ? [] : [{ key: 'insert', keys: 'I', run: () => openMenu(spotAfter(flow, step)) } as const]),
    ...(isEnd(step) ? [] : [{ key: 'copy', keys: 'Ctrl+D', run: () => copy(step) } as const]),
    ...(spotAbove(flow, step.id) ? [{ key: 'up', keys: 'Alt+↑', run: () => shift(step, false) } as const] : []),
    ...(spotBelow(flow, step.id) ? [{ key: 'down', keys: 'Alt+↓', run: () => shift(step, true) } as const] : []),
    ...folds,
    { key: 'delete', keys: 'Del', danger: true, run: () => remove(step) },
  ];
}
