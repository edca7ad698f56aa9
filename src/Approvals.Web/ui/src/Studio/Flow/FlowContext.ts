import { createContext, useContext } from 'react';
import type { BlockKind, Flow, FlowStep } from '../../api/flow';
import type { Command, DraftProblem } from '../../api/studio';
import type { FlowCommands, Spot } from './commands';

export type FlowView = 'blocks' | 'canvas';

/** What the parts of the flow designer share. */
export interface FlowDesk {
  flow: Flow;
  kinds: readonly BlockKind[];
  problems: readonly DraftProblem[];
  /** The steps of a path that is shown, in order; a step may stand there twice. */
  lit: readonly string[];
  commands: FlowCommands;
  readOnly: boolean;
  view: FlowView;
  selected: FlowStep | undefined;
  select: (id: string | undefined) => void;
  folded: ReadonlySet<string>;
  fold: (id: string) => void;
  /** Saves changes; true once saved. */
  edit: (commands: Command[]) => Promise<boolean>;
  /** Puts a block in and selects it. */
  insert: (kind: BlockKind, spot?: Spot) => void;
  copy: (step: FlowStep) => void;
  remove: (step: FlowStep) => void;
  shift: (step: FlowStep, down: boolean) => void;
  /** Where the menu of kinds is open, if anywhere. */
  menuAt: Spot | undefined;
  openMenu: (spot: Spot | undefined) => void;
}

export const FlowContext = createContext<FlowDesk | undefined>(undefined);

/** The desk of the flow designer around. */
export function useFlow(): FlowDesk {
  const desk = useContext(FlowContext);
  if (desk === undefined) {
    throw new Error('useFlow is for parts of the flow designer.');
  }
  return desk;
}

export const isError = (problem: DraftProblem) => problem.severity.toLowerCase() === 'error';
