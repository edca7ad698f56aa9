import { Background, type Connection, type FitViewOptions, MiniMap, type Node, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { memo, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../i18n/useTexts';
import { BlockNode } from './BlockNode';
import { ContextMenu } from './ContextMenu';
import styles from './Flow.module.css';
import { type FlowView, useFlow } from './FlowContext';
import { FlowTools } from './FlowTools';
import { InsertMenu } from './InsertMenu';
import { layoutOf } from './layout';
import { PortDialog } from './PortDialog';
import { useCanvasActs } from './useCanvasActs';
import { useFlowKeys } from './useFlowKeys';
import { useFlowNodes, type StepNode } from './useFlowNodes';
import { ReturnEdge, WayEdge } from './WayEdge';

const nodeTypes = { step: BlockNode };
const edgeTypes = { way: WayEdge, return: ReturnEdge };

/** With more steps than this a drawing that fits whole cannot be read, and all of it would be drawn anew while one is dragged. */
const many = 100;
const readable: FitViewOptions = { minZoom: 0.8 };
const whole: FitViewOptions = {};
const markOf = (node: Node) => (node as StepNode).data.mark;
const Tools = memo(FlowTools);
const Menu = memo(InsertMenu);
const Overview = memo(({ label }: { label: string }) => (
  <MiniMap pannable zoomable className={styles.map} nodeClassName={markOf} ariaLabel={label} />
));

/** The drawing: blocks placed by themselves, or steps where the file puts them; only what is on screen is rendered. */
export function FlowCanvas({ choose }: { choose: (view: FlowView) => void }) {
  const { t } = useTexts('flow');
  const desk = useFlow();
  const { flow, view, readOnly } = desk;
  const box = useRef<HTMLDivElement>(null);
  const [joining, setJoining] = useState<Connection>();
  const layout = useMemo(() => layoutOf(flow, desk.folded), [flow, desk.folded]);
  const { nodes, edges, onNodesChange, reset } = useFlowNodes(desk, layout);
  const onKeyDown = useFlowKeys(desk, box);
  const acts = useCanvasActs(desk, layout, reset, box);
  return (
    <div ref={box} className={styles.canvas} onKeyDown={onKeyDown} role="application" aria-label={t('canvas')}>
      <ReactFlow
        key={view}
        onInit={acts.begin}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onNodeClick={acts.click}
        onPaneClick={acts.leave}
        onNodeDragStop={acts.drop}
        onConnect={setJoining}
        onNodeContextMenu={acts.menu}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly && view === 'canvas'}
        edgesFocusable={false}
        nodesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        nodeDragThreshold={4}
        onlyRenderVisibleElements
        fitView={view === 'canvas'}
        fitViewOptions={flow.steps.length > many ? readable : whole}
        minZoom={0.1}
        maxZoom={2}
      >
        <Background color="#d5dde6" gap={16} />
        <Overview label={t('minimap')} />
        <Tools choose={choose} />
      </ReactFlow>
      <Menu />
      {acts.point && <ContextMenu point={acts.point} close={acts.closeMenu} />}
      {joining && <PortDialog joining={joining} close={() => setJoining(undefined)} />}
    </div>
  );
}
