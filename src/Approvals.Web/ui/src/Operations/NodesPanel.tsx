import type { NodeDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { Tag } from '../Layout/Tag';
import styles from './Operations.module.css';

/** The processes of the product, the living first. */
export function NodesPanel({ nodes }: { nodes: readonly NodeDto[] }) {
  const { t } = useTexts('operations');
  return (
    <Panel flush id="nodes" title={t('nodes.title', { count: nodes.filter(({ alive }) => alive).length })}>
      {nodes.length === 0 && <EmptyState title={t('nodes.none')}>{t('nodes.noneText')}</EmptyState>}
      <ul>
        {nodes.map((node) => (
          <li key={node.name} className={styles.fault}>
            <p>
              <Tag tone={node.alive ? 'ok' : 'plain'}>{t(node.alive ? 'nodes.alive' : 'nodes.gone')}</Tag>{' '}
              <strong>{node.name}</strong>
            </p>
            <p className="muted">
              {[
                t('nodes.release', { release: node.release }),
                t('nodes.since', { at: shortInstant(node.startedAt) }),
                t('nodes.seen', { at: shortInstant(node.seenAt) }),
                t('nodes.steps', { count: node.steps }),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
