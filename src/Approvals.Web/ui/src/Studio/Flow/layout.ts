import type { Flow, FlowStep, FlowWay } from '../../api/flow';
import { dominatorsOf } from './dominators';

export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Layout {
  places: Map<string, Place>;
  ways: FlowWay[];
  /** How many steps a folded one hides. */
  hidden: Map<string, number>;
}

const gap = 28;
const row = 54;
const small = new Set(['Elsa.FlowFork', 'Elsa.FlowSwitch', 'Elsa.FlowDecision', 'Elsa.FlowJoin', 'Elsa.FlowNode']);
const ends = new Set(['Elsa.Start', 'Elsa.End', 'Elsa.Finish']);

/** Whether a step does nothing but part the way or bring ways together. */
export const isJunction = (step: FlowStep) => small.has(step.type);
export const isParting = (step: FlowStep) =>
  isJunction(step) && step.type !== 'Elsa.FlowJoin' && step.type !== 'Elsa.FlowNode';
export const isEnd = (step: FlowStep) => step.type === 'Elsa.End' || step.type === 'Elsa.Finish';

/** The size of a step in the block view. */
export const sizeOf = (step: FlowStep) =>
  isJunction(step)
    ? { width: 176, height: 30 }
    : ends.has(step.type)
      ? { width: 176, height: 34 }
      : { width: 216, height: 60 };

interface Extent {
  left: number;
  right: number;
  height: number;
}
interface Part {
  id: string;
  at: number;
  down: number;
}

/** What a step has below it: the ways that only it leads to, and what comes after they met. */
interface Below {
  branches: string[];
  afters: string[];
}

/** Places the steps from top to bottom: branches side by side, and below them what follows; works for any graph. */
export function layoutOf(flow: Flow, folded: ReadonlySet<string>): Layout {
  const steps = new Map(flow.steps.map((step) => [step.id, step]));
  const real = flow.ways.filter((way) => steps.has(way.source) && steps.has(way.target));
  const leaving = new Map<string, FlowWay[]>();
  for (const way of real) {
    leaving.set(way.source, [...(leaving.get(way.source) ?? []), way]);
  }
  const next = (id: string) => [...new Set((leaving.get(id) ?? []).map((way) => way.target))];
  const places = new Map<string, Place>();
  const hidden = new Map<string, number>();
  let bottom = 0;
  if (flow.start != null && steps.has(flow.start)) {
    const below = belowOf(flow.start, next);
    const gone = foldedAway(folded, below, hidden);
    const named = new Set(flow.steps.map(({ id }) => id).filter((id) => (leaving.get(id)?.length ?? 0) > 1));
    const tree = new Tree(steps, below, gone, named);
    bottom = tree.place(flow.start, 0, 0, places);
  }
  const lost = flow.steps.filter((step) => !places.has(step.id) && !isHidden(step.id, hidden, flow, places));
  lost.forEach((step, index) => places.set(step.id, { ...sizeOf(step), x: index * 244, y: bottom + row }));
  return { places, hidden, ways: shownWays(real, places, hidden) };
}

const isHidden = (id: string, hidden: Map<string, number>, flow: Flow, places: Map<string, Place>) =>
  hidden.size > 0 && flow.ways.some((way) => way.target === id) && !places.has(id);

function belowOf(start: string, next: (id: string) => readonly string[]): Map<string, Below> {
  const parents = dominatorsOf(start, next);
  const sources = new Map<string, number>();
  for (const id of parents.keys()) {
    for (const target of next(id)) {
      sources.set(target, (sources.get(target) ?? 0) + 1);
    }
  }
  const below = new Map<string, Below>();
  const of = (id: string) => {
    const known = below.get(id) ?? { branches: [], afters: [] };
    below.set(id, known);
    return known;
  };
  for (const id of parents.keys()) {
    for (const target of next(id)) {
      if (parents.get(target) === id && sources.get(target) === 1) {
        of(id).branches.push(target);
      }
    }
  }
  for (const [id, parent] of [...parents].reverse()) {
    if (parent !== undefined && (sources.get(id) ?? 0) > 1) {
      of(parent).afters.push(id);
    }
  }
  return below;
}

/** The steps that go when some are folded: what lies between one and where its ways meet. */
function foldedAway(folded: ReadonlySet<string>, below: Map<string, Below>, hidden: Map<string, number>): Set<string> {
  const gone = new Set<string>();
  for (const id of folded) {
    const inside = (below.get(id)?.branches ?? []).flatMap((branch) => subtree(branch, below));
    inside.forEach((step) => gone.add(step));
    if (inside.length > 0) {
      hidden.set(id, inside.length);
    }
  }
  return gone;
}

export function subtree(id: string, below: Map<string, Below>): string[] {
  const { branches = [], afters = [] } = below.get(id) ?? {};
  return [id, ...[...branches, ...afters].flatMap((child) => subtree(child, below))];
}

/** The steps between a parting and the one place where its ways meet; undefined where they do not meet so. */
export function branchesOf(flow: Flow, id: string): string[] | undefined {
  if (flow.start == null) {
    return undefined;
  }
  const all = belowOf(flow.start, (from) => [
    ...new Set(flow.ways.filter((way) => way.source === from).map((way) => way.target)),
  ]);
  const below = all.get(id);
  return below?.afters.length === 1 ? below.branches.flatMap((branch) => subtree(branch, all)) : undefined;
}

/** Ways between steps that are shown; a folded step leads straight to what follows. */
function shownWays(ways: FlowWay[], places: Map<string, Place>, hidden: Map<string, number>): FlowWay[] {
  const shown = ways.filter((way) => places.has(way.source) && places.has(way.target));
  for (const id of hidden.keys()) {
    const seen = new Set([id]);
    for (const open = [id]; open.length > 0;) {
      const from = open.pop();
      for (const way of ways.filter((one) => one.source === from && !seen.has(one.target))) {
        seen.add(way.target);
        if (!places.has(way.target)) {
          open.push(way.target);
        } else if (from !== id && !shown.some((one) => one.source === id && one.target === way.target)) {
          shown.push({ ...way, source: id, port: '' });
        }
      }
    }
  }
  return shown;
}

/** Measures once, then places: every step knows how far what hangs on it reaches to both sides. */
class Tree {
  private readonly extents = new Map<string, Extent>();

  constructor(
    private readonly steps: Map<string, FlowStep>,
    private readonly below: Map<string, Below>,
    private readonly gone: Set<string>,
    /** The steps below which the names of their outcomes stand. */
    private readonly named: ReadonlySet<string>,
  ) {}

  place(id: string, center: number, y: number, places: Map<string, Place>): number {
    const size = this.size(id);
    places.set(id, { ...size, x: center - size.width / 2, y });
    for (const part of this.parts(id)) {
      this.place(part.id, center + part.at, y + part.down, places);
    }
    return y + this.extent(id).height;
  }

  private size(id: string) {
    const step = this.steps.get(id);
    return step ? sizeOf(step) : { width: 0, height: 0 };
  }

  private extent(id: string): Extent {
    const known = this.extents.get(id);
    if (known !== undefined) {
      return known;
    }
    const { width, height } = this.size(id);
    const whole = { left: width / 2, right: width / 2, height };
    for (const part of this.parts(id)) {
      const own = this.extent(part.id);
      whole.left = Math.max(whole.left, own.left - part.at);
      whole.right = Math.max(whole.right, own.right + part.at);
      whole.height = Math.max(whole.height, part.down + own.height);
    }
    this.extents.set(id, whole);
    return whole;
  }

  private parts(id: string): Part[] {
    const step = this.steps.get(id);
    const { branches = [], afters = [] } = this.below.get(id) ?? {};
    const open = branches.filter((one) => !this.gone.has(one));
    const first = this.size(id).height + (this.named.has(id) ? row + 18 : row);
    const beside = step && isParting(step) ? this.evenly(open, first) : this.fromMain(open, first);
    const depth = Math.max(first - row, ...beside.map((part) => part.down + this.extent(part.id).height));
    const left = afters.filter((one) => !this.gone.has(one));
    return [...beside, ...this.fromMain(left, depth + row + (open.length > 0 ? 18 : 0))];
  }

  private evenly(ids: string[], down: number): Part[] {
    const row = this.inRow(ids, down);
    const middle = ((row[0]?.at ?? 0) + (row.at(-1)?.at ?? 0)) / 2;
    return row.map((part) => ({ ...part, at: part.at - middle }));
  }

  /** The way that goes on furthest stays in its column; the others stand to its right, ends right beside it. */
  private fromMain(ids: string[], down: number): Part[] {
    const main = ids.reduce<string | undefined>(
      (best, id) => (best === undefined || this.extent(id).height > this.extent(best).height ? id : best),
      undefined,
    );
    if (main === undefined) {
      return [];
    }
    const others = ids.filter((id) => id !== main);
    const ends = others.filter((id) => this.isLeaf(id));
    let edge = this.size(main).width / 2;
    const beside = ends.map((id) => {
      const { width } = this.size(id);
      const at = edge + gap + width / 2;
      edge = at + width / 2;
      return { id, at, down };
    });
    const row = this.inRow([main, ...others.filter((id) => !ends.includes(id))], down, edge);
    return [...row, ...beside];
  }

  private isLeaf(id: string): boolean {
    const { branches = [], afters = [] } = this.below.get(id) ?? {};
    return branches.length === 0 && afters.length === 0;
  }

  private inRow(ids: string[], down: number, least = 0): Part[] {
    let edge = 0;
    return ids.map((id, index) => {
      const { left, right } = this.extent(id);
      const at = index === 0 ? 0 : edge + gap + left;
      edge = Math.max(at + right, index === 0 ? least : 0);
      return { id, at, down };
    });
  }
}
