import type { BlockKind, Flow, FlowStep, FlowWay } from '../../api/flow';
import type { Command } from '../../api/studio';
import { branchesOf } from './layout';

/** Where a block goes: on the way that leaves a step by an outcome. */
export interface Spot {
  after: string;
  port: string;
  target?: string | undefined;
}

/** The changes of a flow as commands. */
export const commandsOf = (file: string) => ({
  insert: (kind: BlockKind, spot?: Spot, position?: { x: number; y: number }): Command => ({
    kind: 'flow.insert',
    file,
    value: {
      kind: kind.kind,
      name: { 'zh-CN': kind.nameZh, en: kind.nameEn },
      ...(spot ?? {}),
      ...(position && { position }),
      lead: true,
    },
  }),
  move: (id: string, spot: Spot): Command => ({ kind: 'flow.move', file, at: id, value: spot }),
  copy: (id: string, spot: Spot): Command => ({ kind: 'flow.copy', file, at: id, value: spot }),
  remove: (id: string, branches: boolean): Command => ({ kind: 'flow.delete', file, at: id, value: { branches } }),
  set: (id: string, setting: string, value: unknown): Command => ({
    kind: 'flow.set',
    file,
    at: id,
    to: setting,
    ...(value !== undefined && { value }),
  }),
  place: (id: string, at: { x: number; y: number }): Command => ({ kind: 'flow.place', file, at: id, value: at }),
  connect: (source: string, port: string, target: string, instead = false): Command => ({
    kind: 'flow.connect',
    file,
    at: source,
    to: target,
    value: { port, instead },
  }),
  disconnect: (way: FlowWay): Command => ({
    kind: 'flow.disconnect',
    file,
    at: way.source,
    to: way.target,
    value: { port: way.port },
  }),
  rename: (id: string, to: string): Command => ({ kind: 'flow.rename', file, at: id, to }),
  addBranch: (id: string, branch: string): Command => ({ kind: 'flow.branch.add', file, at: id, to: branch }),
  removeBranch: (id: string, branch: string): Command => ({ kind: 'flow.branch.remove', file, at: id, to: branch }),
  renameBranch: (id: string, branch: string, name: string): Command => ({
    kind: 'flow.branch.rename',
    file,
    at: id,
    to: branch,
    value: name,
  }),
  moveBranch: (id: string, branch: string, index: number): Command => ({
    kind: 'flow.branch.move',
    file,
    at: id,
    to: branch,
    index,
  }),
});
export type FlowCommands = ReturnType<typeof commandsOf>;

/** The way that goes on from a step: by its main outcome, else the only one. */
export function mainWay(flow: Flow, id: string): FlowWay | undefined {
  const ways = flow.ways.filter((way) => way.source === id);
  const main = flow.steps.find((step) => step.id === id)?.ports.find((port) => port.isMain)?.port;
  return ways.find((way) => way.port === main) ?? (ways.length === 1 ? ways[0] : undefined);
}

/** The place right after a step. */
export function spotAfter(flow: Flow, step: FlowStep): Spot {
  const way = mainWay(flow, step.id) ?? flow.ways.find((one) => one.source === step.id);
  const port = way?.port ?? step.ports.find((one) => one.isMain)?.port ?? 'Done';
  return { after: step.id, port, target: way?.target };
}

/** The place one further up: before the only step that leads here. */
export function spotAbove(flow: Flow, id: string): Spot | undefined {
  const before = flow.ways.filter((way) => way.target === id);
  const above = before.length === 1 ? flow.ways.filter((way) => way.target === before[0]?.source) : [];
  return above[0] && { after: above[0].source, port: above[0].port, target: above[0].target };
}

/** The place one further down: after the step that follows. */
export function spotBelow(flow: Flow, id: string): Spot | undefined {
  const next = mainWay(flow, id)?.target;
  const step = flow.steps.find((one) => one.id === next);
  return step && mainWay(flow, step.id) ? spotAfter(flow, step) : undefined;
}

/** How many steps go with a step that is deleted: its branches up to where they meet, or what only its other ways lead to. */
export function onlyBelow(flow: Flow, step: FlowStep): number {
  const inside = branchesOf(flow, step.id);
  if (inside !== undefined) {
    return inside.filter((id) => !meetings.has(flow.steps.find((one) => one.id === id)?.type ?? '')).length;
  }
  const next = (mainWay(flow, step.id) ?? flow.ways.find((way) => way.source === step.id))?.target;
  const reached = (skip: string | undefined) => {
    const first = flow.start === skip ? next : (flow.start ?? undefined);
    const seen = new Set(first === undefined ? [] : [first]);
    for (const open = [...seen]; open.length > 0;) {
      const from = open.pop();
      for (const way of flow.ways) {
        const target = way.target === skip ? next : way.target;
        if (way.source === from && target !== undefined && !seen.has(target)) {
          seen.add(target);
          open.push(target);
        }
      }
    }
    return seen;
  };
  const [all, left] = [reached(undefined), reached(step.id)];
  return [...all].filter((id) => id !== step.id && !left.has(id)).length;
}

const meetings = new Set(['Elsa.FlowJoin', 'Elsa.FlowNode']);
