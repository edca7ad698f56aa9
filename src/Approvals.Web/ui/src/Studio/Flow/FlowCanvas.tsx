import {
  Background,
  type Connection,
  MiniMap,
  type Node,
  ReactFlow,
  type OnNodeDrag,
  type ReactFlowInstance,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { memo, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../i18n/useTexts';
import { BlockNode } from './BlockNode';
import { ContextMenu, type MenuPoint } from './ContextMenu';
import styles from './Flow.module.css';
import { type FlowView, useFlow } from './FlowContext';
import { FlowTools } from './FlowTools';
import { InsertMenu } from './InsertMenu';
import { layoutOf } from './layout';
import { nearestSpot } from './nearestSpot';
import { PortDialog } from './PortDialog';
import { useFlowKeys } from './useFlowKeys';
import { useFlowNodes, type FlowEdge, type StepNode } from './useFlowNodes';
import { ReturnEdge, WayEdge } from './WayEdge';

const nodeTypes = { step: BlockNode };
const edgeTypes = { way: WayEdge, return: ReturnEdge };

/** With more steps than this a drawing that fits whole cannot be read, and all of it would be drawn anew while one is dragged. */
const many = 100;
const readable = { minZoom: 0.6 };
const markOf = (node: Node) => (node as StepNode).data.mark;
const Tools = memo(FlowTools);

/** The drawing: blocks placed by themselves, or steps where the file puts them; only what is on screen is rendered. */
export function FlowCanvas({ choose }: { choose: (view: FlowView) => void }) {
  const { t } = useTexts('flow');
  const desk = useFlow();
  const { flow, view, readOnly } = desk;
  const { screenToFlowPosition } = useReactFlow();
  const box = useRef<HTMLDivElement>(null);
  const [point, setPoint] = useState<MenuPoint>();
  const [joining, setJoining] = useState<Connection>();
  const layout = useMemo(() => layoutOf(flow, desk.folded), [flow, desk.folded]);
  const { nodes, edges, onNodesChange, reset } = useFlowNodes(desk, layout);
  const onKeyDown = useFlowKeys(desk, box);
  const first = layout.places.get(flow.start ?? '');
  const begin = ({ setViewport }: ReactFlowInstance<StepNode, FlowEdge>) => {
    const width = box.current?.clientWidth ?? 0;
    if (view === 'blocks' && first) {
      const zoom = width < 700 ? 0.75 : 0.9;
      void setViewport({ x: width / 2 - (first.x + first.width / 2) * zoom, y: 56, zoom });
    }
  };

  const dropped: OnNodeDrag<StepNode> = (event, node) => {
    if (view === 'canvas') {
      void desk.edit([
        desk.commands.place(node.id, { x: Math.round(node.position.x), y: Math.round(node.position.y) }),
      ]);
      return;
    }
    const mouse = 'clientX' in event ? event : event.changedTouches[0];
    const at = mouse && screenToFlowPosition({ x: mouse.clientX, y: mouse.clientY });
    const spot = at && nearestSpot(flow, layout, at, node.id);
    reset();
    if (spot !== undefined) {
      void desk.edit([desk.commands.move(node.id, spot)]);
    }
  };
  return (
    <div ref={box} className={styles.canvas} onKeyDown={onKeyDown} role="application" aria-label={t('canvas')}>
      <ReactFlow
        key={view}
        onInit={begin}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onNodeClick={(_, node) => desk.select(node.id)}
        onPaneClick={() => desk.select(undefined)}
        onNodeDragStop={dropped}
        onConnect={setJoining}
        onNodeContextMenu={(event, node) => {
          event.preventDefault();
          desk.select(node.id);
          setPoint({ x: event.clientX, y: event.clientY });
        }}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly && view === 'canvas'}
        edgesFocusable={false}
        nodesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        nodeDragThreshold={4}
        onlyRenderVisibleElements
        fitView={view === 'canvas'}
        fitViewOptions={flow.steps.length > many ? readable : {}}
        minZoom={0.1}
        maxZoom={2}
      >
        <Background color="#d5dde6" gap={16} />
        <MiniMap
          pannable
          zoomable
          className={styles.map}
          nodeClassName={markOf}
          ariaLabel={t('minimap')}
        />
        <Tools choose={choose} />
      </ReactFlow>
      <InsertMenu />
      {point && <ContextMenu point={point} close={() => setPoint(undefined)} />}
      {joining && <PortDialog joining={joining} close={() => setJoining(undefined)} />}
    </div>
  );
}
