import { useState } from 'react';
import type { DecisionElement, DecisionFile } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { ElementPanel } from './ElementPanel';
import styles from './Tables.module.css';

const size = { width: 168, height: 52, across: 196, down: 104 };

interface Props {
  file: DecisionFile;
  chosen: string;
  open: (decision: string) => void;
}

/** What requires what in a file: as a drawing, and as a list that says the same. */
export function GraphView({ file, chosen, open }: Props) {
  const { t } = useTexts('tables');
  const [picked, setPicked] = useState(chosen);
  const known = new Map(file.elements.map((element) => [element.id, element]));
  const levels = Math.max(0, ...file.elements.map((element) => element.level));
  const width = Math.max(1, ...file.elements.map((element) => element.place + 1)) * size.across + 24;
  const height = (levels + 1) * size.down + 24;
  const at = (element: DecisionElement) => ({
    x: 12 + element.place * size.across,
    y: 12 + (levels - element.level) * size.down,
  });
  const element = known.get(picked) ?? file.elements[0];
  return (
    <div className={styles.designer}>
      <section className={styles.graph} aria-label={t('graph.title', { name: file.name })}>
        <div className={styles.drawing} tabIndex={0} role="group" aria-label={t('graph.drawing')}>
          <svg width={width} height={height} aria-hidden="true">
            {file.elements.flatMap((one) =>
              one.requires.map((id) => {
                const required = known.get(id);
                if (required === undefined) {
                  return null;
                }
                const [from, to] = [at(required), at(one)];
                return (
                  <line
                    key={`${one.id} ${id}`}
                    x1={from.x + size.width / 2}
                    y1={from.y}
                    x2={to.x + size.width / 2}
                    y2={to.y + size.height}
                    className={one.id === picked || id === picked ? styles.edgeOn : styles.edge}
                  />
                );
              }),
            )}
          </svg>
          {file.elements.map((one) => (
            <button
              key={one.id}
              type="button"
              aria-pressed={one.id === element?.id}
              className={`${styles.node} ${styles[`node${one.kind}`] ?? ''}`}
              style={{ left: at(one).x, top: at(one).y, width: size.width, height: size.height }}
              onClick={() => setPicked(one.id)}
              onDoubleClick={() => one.logic !== 'none' && open(one.id)}
            >
              <b>{one.label}</b>
              <small>{one.logic === 'table' ? t('count', { count: one.rules }) : t(`logic.${one.logic}`)}</small>
            </button>
          ))}
        </div>
        <details className={styles.list}>
          <summary>{t('graph.list')}</summary>
          <ul>
            {file.elements.map((one) => (
              <li key={one.id}>
                <button type="button" onClick={() => setPicked(one.id)}>
                  {one.label}
                </button>{' '}
                {one.requires.length === 0
                  ? t('graph.nothing')
                  : t('graph.requires', {
                      names: one.requires.map((id) => known.get(id)?.label ?? id).join(t('common:listComma')),
                    })}
              </li>
            ))}
          </ul>
        </details>
      </section>
      {element && <ElementPanel key={element.id} file={file} element={element} open={open} />}
    </div>
  );
}
