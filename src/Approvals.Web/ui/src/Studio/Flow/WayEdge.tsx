import { PlusOutlined } from '@ant-design/icons';
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { memo } from 'react';
import { useTexts } from '../../i18n/useTexts';
import styles from './Flow.module.css';
import { useFlow } from './FlowContext';
import type { FlowEdge } from './useFlowNodes';
import { plusOf } from './wayStands';

/** A way from a step to the next: down, across, down; with the outcome's name, and a + to put a block in. */
export const WayEdge = memo(function WayEdge({
  id,
  sourceX,
  sourceY,
  targetX,
  targetY,
  data,
  selected,
  markerEnd,
  ...rest
}: EdgeProps<FlowEdge>) {
  const { t } = useTexts('flow');
  const { readOnly, openMenu, flow, edit, commands } = useFlow();
  const way = data?.way;
  const above = data?.above === true;
  const centerY = above ? targetY - 40 : sourceY + 22;
  const [path] = getSmoothStepPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    borderRadius: 4,
    sourcePosition: rest.sourcePosition,
    targetPosition: rest.targetPosition,
    ...(targetY - sourceY > 44 ? { centerY } : {}),
  });
  const plus = plusOf({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, { above, aside: data?.aside });
  const named = data?.free
    ? { x: (sourceX + targetX) / 2, y: (sourceY + targetY) / 2 }
    : data?.aside
      ? { x: sourceX + data.aside.label, y: sourceY + data.aside.down }
      : { x: targetX, y: centerY };
  const source = flow.steps.find((step) => step.id === way?.source);
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        className={selected ? styles.wayChosen : styles.way}
        markerEnd={markerEnd}
        interactionWidth={data?.free ? 16 : 0}
      />
      <EdgeLabelRenderer>
        {data?.label !== undefined && (
          <span
            className={styles.port}
            style={{ transform: `translate(-50%, -50%) translate(${named.x}px, ${named.y}px)` }}
          >
            {data.label}
          </span>
        )}
        {way && data.free && !readOnly && (
          <button
            type="button"
            className={`${styles.cut} nodrag nopan`}
            style={{
              transform: `translate(-50%, -50%) translate(${(sourceX + targetX) / 2}px, ${(sourceY + targetY) / 2 + 18}px)`,
            }}
            aria-label={t('connect.remove', { name: source?.title ?? way.source })}
            onClick={() => void edit([commands.disconnect(way)])}
          >
            ×
          </button>
        )}
        {way && !data.free && !readOnly && way.port !== '' && (
          <button
            type="button"
            className={`${styles.plus} nodrag nopan`}
            style={{ transform: `translate(-50%, -50%) translate(${plus.x}px, ${plus.y}px)` }}
            aria-label={t(data.label === undefined ? 'insert.after' : 'insert.afterOutcome', {
              name: source?.title ?? way.source,
              outcome: data.label,
            })}
            title={data.label}
            aria-haspopup="dialog"
            onClick={() => openMenu({ after: way.source, port: way.port, target: way.target })}
          >
            <PlusOutlined />
          </button>
        )}
      </EdgeLabelRenderer>
    </>
  );
});

/** Where a case may be returned to from the chosen step: drawn apart, for it is no way that the flow takes by itself. */
export const ReturnEdge = memo(function ReturnEdge({
  id,
  sourceX,
  sourceY,
  targetX,
  targetY,
  data,
}: EdgeProps<FlowEdge>) {
  const { t } = useTexts('flow');
  const { selected } = useFlow();
  const side = Math.min(sourceX, targetX) - 150;
  const [from, to] = [sourceY - 30, targetY + 30];
  return (
    <>
      <BaseEdge
        id={id}
        path={`M ${sourceX - 108} ${from} H ${side} V ${to} H ${targetX - 108}`}
        className={styles.return}
      />
      <EdgeLabelRenderer>
        <span
          className={styles.back}
          style={{ transform: `translate(-50%, -50%) translate(${side}px, ${(from + to) / 2}px)` }}
        >
          {t('returnTo', { name: data?.label ?? '' })}
          <br />
          {t(`onReturn.${selected?.onReturn === 'resumeReturner' ? 'resumeReturner' : 'restartAll'}`)}
        </span>
      </EdgeLabelRenderer>
    </>
  );
});
