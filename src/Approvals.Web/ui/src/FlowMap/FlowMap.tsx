import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { flowMapQuery } from '../api/cases';
import type { FlowMapDto, FlowNodeDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { QueryView } from '../Layout/QueryView';
import styles from './FlowMap.module.css';
import { frameOf, pathOf } from './geometry';

/** The flow of a case as its designer laid it out: where it went, where it stands, who has it and since when. */
export function FlowMap({ id }: { id: string }) {
  const map = useQuery(flowMapQuery(id));
  return (
    <QueryView query={map} panels={1}>
      {(found) => <Drawn map={found} />}
    </QueryView>
  );
}

function Drawn({ map }: { map: FlowMapDto }) {
  const { t } = useTexts('cases');
  const scroller = useRef<HTMLDivElement>(null);
  const current = map.nodes.filter((node) => node.status === 'current');
  const frame = frameOf(map.nodes);
  const middle = current[0] ? current[0].x + current[0].width / 2 - frame.x : 0;
  useEffect(() => {
    const box = scroller.current;
    if (box) {
      box.scrollLeft = middle - box.clientWidth / 2;
    }
  }, [middle]);
  if (map.nodes.length === 0) {
    return <EmptyState title={t('map.none')} />;
  }
  return (
    <div>
      <ul className={styles.now}>
        {current.map((node) => (
          <li key={node.id}>
            <strong>{node.name}</strong> {whoOf(node, t)}
          </li>
        ))}
      </ul>
      <div ref={scroller} className={styles.scroll} tabIndex={0} role="region" aria-label={t('map.title')}>
        <svg
          width={frame.width}
          height={frame.height}
          viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
          role="img"
          aria-label={t('map.title')}
        >
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0 8 4 0 8z" />
            </marker>
          </defs>
          {map.links.map((link, index) => {
            const path = pathOf(link, map.nodes);
            return (
              path && (
                <g key={index} className={link.taken ? styles.taken : styles.way}>
                  <path d={path.line} markerEnd="url(#arrow)" />
                  {link.label && (
                    <text x={path.x} y={path.y}>
                      {link.label}
                    </text>
                  )}
                </g>
              )
            );
          })}
          {map.nodes.map((node) => (
            <Block key={node.id} node={node} />
          ))}
        </svg>
      </div>
    </div>
  );
}

function Block({ node }: { node: FlowNodeDto }) {
  const { t } = useTexts('cases');
  const { x, y, width, height } = node;
  return (
    <g className={`${styles.block} ${styles[node.kind]} ${styles[node.status]}`}>
      <title>{`${node.name} · ${t(`status.${node.status}`)}`}</title>
      <rect x={x} y={y} width={width} height={height} rx={6} />
      <rect className={styles.kind} x={x} y={y} width={6} height={height} rx={3} />
      <foreignObject x={x + 12} y={y + 4} width={width - 18} height={height - 8}>
        <div className={styles.text}>
          <strong>{node.name}</strong>
          {node.status === 'current' && <span>{whoOf(node, t)}</span>}
        </div>
      </foreignObject>
    </g>
  );
}

function whoOf(node: FlowNodeDto, t: ReturnType<typeof useTexts<'cases'>>['t']): string {
  const who = node.holders.join(t('common:listComma'));
  return node.since === null ? who : t('map.since', { who, at: shortInstant(node.since) }).trim();
}
