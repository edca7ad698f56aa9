import { applyNodeChanges, type Edge, type Node, type NodeChange, type NodeHandle, Position } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import type { FlowStep, FlowWay } from '../../api/flow';
import type { FlowDesk } from './FlowContext';
import { isError } from './FlowContext';
import { type Layout, sizeOf } from './layout';
import { standsOf, wayId, type WayStand } from './wayStands';

export type StepNode = Node<
  {
    step: FlowStep;
    problem: string | undefined;
    problems: number;
    mark: string;
    free: boolean;
    hidden: number;
    isSelected: boolean;
    /** Where it stands on the path that is shown, from 1: its first time. */
    lit: number;
  },
  'step'
>;
export type WayData = { way?: FlowWay; free: boolean } & Partial<WayStand>;
export type FlowEdge = Edge<WayData>;

/** The nodes and edges of the drawing; nodes move while they are dragged and go back to their places with the next reading. */
export function useFlowNodes(desk: FlowDesk, layout: Layout) {
  const { flow, view, problems, selected, lit } = desk;
  const placed = useMemo(() => nodesOf(desk, layout), [flow, view, problems, selected?.id, lit, layout]); // eslint-disable-line react-hooks/exhaustive-deps
  const [moved, setMoved] = useState({ of: placed, nodes: placed });
  const nodes = moved.of === placed ? moved.nodes : placed;
  const edges = useMemo(() => edgesOf(desk, layout), [flow, view, selected?.id, lit, layout]); // eslint-disable-line react-hooks/exhaustive-deps
  const onNodesChange = useCallback(
    (changes: NodeChange<StepNode>[]) => {
      const moves = changes.filter((change) => change.type === 'position');
      // Steps that come onto the screen are measured, which changes nothing: their size is known.
      if (moves.length > 0) {
        setMoved((known) => ({
          of: placed,
          nodes: applyNodeChanges(moves, known.of === placed ? known.nodes : placed),
        }));
      }
    },
    [placed],
  );
  const reset = useCallback(() => setMoved({ of: placed, nodes: placed }), [placed]);
  return { nodes, edges, onNodesChange, reset };
}

function nodesOf({ flow, view, problems, selected, lit }: FlowDesk, layout: Layout): StepNode[] {
  const free = view === 'canvas';
  const shown = free ? flow.steps : flow.steps.filter((step) => layout.places.has(step.id));
  return shown.map((step, index) => {
    const own = problems.filter((problem) => problem.activity === step.id);
    const problem = own.find(isError);
    const size = free ? { width: 216, height: 60 } : sizeOf(step);
    const place = layout.places.get(step.id);
    const at = free
      ? { x: step.x ?? (index % 4) * 244, y: step.y ?? Math.floor(index / 4) * 120 }
      : { x: place?.x ?? 0, y: place?.y ?? 0 };
    return {
      id: step.id,
      type: 'step',
      position: at,
      ...size,
      measured: size,
      handles: handlesOf(size),
      selected: selected?.id === step.id,
      data: {
        step,
        problem: problem?.text,
        problems: own.length,
        mark: problem ? 'wrong' : lit.includes(step.id) ? 'lit' : selected?.id === step.id ? 'chosen' : '',
        free,
        hidden: layout.hidden.get(step.id) ?? 0,
        isSelected: selected?.id === step.id,
        lit: lit.indexOf(step.id) + 1,
      },
    };
  });
}

/** Ways leave a step below and enter it above; told beforehand, so that ways to steps off the screen are drawn as well. */
function handlesOf({ width, height }: { width: number; height: number }): NodeHandle[] {
  const at = { x: width / 2, width: 1, height: 1 };
  return [
    { type: 'target', position: Position.Top, y: 0, ...at },
    { type: 'source', position: Position.Bottom, y: height, ...at },
  ];
}

/** Whether a way leads from one step of the path that is shown to the next. */
const follows = (lit: readonly string[], way: FlowWay) =>
  lit.some((step, index) => step === way.source && lit[index + 1] === way.target);

function edgesOf({ flow, view, selected, lit }: FlowDesk, layout: Layout): FlowEdge[] {
  const free = view === 'canvas';
  const ways = free ? flow.ways : layout.ways;
  const steps = new Map(flow.steps.map((step) => [step.id, step]));
  const shown = ways.filter((way) => steps.has(way.source) && steps.has(way.target));
  const stands = standsOf(shown, steps, layout.places);
  const drawn = shown.map((way): FlowEdge => ({
    id: wayId(way),
    source: way.source,
    target: way.target,
    type: 'way',
    deletable: free,
    className: follows(lit, way) ? 'lit' : '',
    data: { way, free, ...stands.get(wayId(way)) },
  }));
  const returns = (selected?.returns ?? []).filter((id) => steps.has(id) && (free || layout.places.has(id)));
  return [
    ...drawn,
    ...returns.map((id): FlowEdge => ({
      id: `return:${id}`,
      source: selected?.id ?? id,
      target: id,
      type: 'return',
      deletable: false,
      selectable: false,
      data: { free, label: steps.get(id)?.title },
    })),
  ];
}
