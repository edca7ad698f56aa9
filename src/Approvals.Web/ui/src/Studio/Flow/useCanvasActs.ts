import { type OnNodeDrag, type ReactFlowInstance, useReactFlow } from '@xyflow/react';
import { type MouseEvent, type RefObject, useCallback, useState } from 'react';
import type { MenuPoint } from './ContextMenu';
import type { FlowDesk } from './FlowContext';
import type { Layout } from './layout';
import { nearestSpot } from './nearestSpot';
import type { FlowEdge, StepNode } from './useFlowNodes';

/** What the mouse does on the drawing. The functions stay the same while a step is dragged: a new one would draw every step anew with each movement. */
export function useCanvasActs(
  { flow, view, edit, commands, select }: FlowDesk,
  layout: Layout,
  reset: () => void,
  box: RefObject<HTMLDivElement | null>,
) {
  const { screenToFlowPosition } = useReactFlow();
  const [point, setPoint] = useState<MenuPoint>();

  const click = useCallback((_: MouseEvent, node: StepNode) => select(node.id), [select]);
  const leave = useCallback(() => select(undefined), [select]);
  const menu = useCallback(
    (event: MouseEvent, node: StepNode) => {
      event.preventDefault();
      select(node.id);
      setPoint({ x: event.clientX, y: event.clientY });
    },
    [select],
  );
  const begin = useCallback(
    ({ setViewport }: ReactFlowInstance<StepNode, FlowEdge>) => {
      const first = layout.places.get(flow.start ?? '');
      const width = box.current?.clientWidth ?? 0;
      if (view === 'blocks' && first) {
        const zoom = width < 700 ? 0.75 : 0.9;
        void setViewport({ x: width / 2 - (first.x + first.width / 2) * zoom, y: 56, zoom });
      }
    },
    [layout, flow.start, view, box],
  );
  const drop: OnNodeDrag<StepNode> = useCallback(
    (event, node) => {
      if (view === 'canvas') {
        void edit([commands.place(node.id, { x: Math.round(node.position.x), y: Math.round(node.position.y) })]);
        return;
      }
      const mouse = 'clientX' in event ? event : event.changedTouches[0];
      const at = mouse && screenToFlowPosition({ x: mouse.clientX, y: mouse.clientY });
      const spot = at && nearestSpot(flow, layout, at, node.id);
      reset();
      if (spot !== undefined) {
        void edit([commands.move(node.id, spot)]);
      }
    },
    [view, edit, commands, flow, layout, reset, screenToFlowPosition],
  );
  return { click, leave, menu, begin, drop, point, closeMenu: () => setPoint(undefined) };
}
