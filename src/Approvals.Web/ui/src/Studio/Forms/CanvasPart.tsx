import { HolderOutlined, MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import type { ComponentDto } from '../../api/contract';
import type { TriedFormDto } from '../../api/designers';
import { Components } from '../../Form/Components';
import { FormAccessProvider } from '../../Form/FormAccess';
import { localAccess } from '../../Form/localForm';
import { useTexts } from '../../i18n/useTexts';
import { localIn, textIn } from '../Settings/json';
import styles from './Forms.module.css';
import { copied, type Direction, holds, keysOf, type Part, step } from './tree';
import { partType, useBench } from './workbench';

interface Props {
  part: Part;
  drawn: ComponentDto | undefined;
  shown: TriedFormDto | undefined;
  gap: ReactNode;
  /** The parts inside, where it holds any. */
  children: ReactNode;
}

const keys: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'into', ArrowLeft: 'out' };

/** One component on the canvas: its handle moves it, its menu and keys do the same. */
export function CanvasPart({ part, drawn, shown, gap, children }: Props) {
  const { i18n, t } = useTexts('designers');
  const bench = useBench();
  const { component, address } = part;
  const isSelected = bench.selected === address;
  const acts = useActs(part);
  const press = (event: KeyboardEvent) => {
    const direction = keys[event.key];
    if (event.altKey && direction !== undefined) {
      event.preventDefault();
      acts.go(direction);
    } else if (event.key === 'Delete') {
      acts.remove();
    }
  };
  const kind = bench.catalogue.kinds.find((one) => one.name === component.type)?.label ?? textIn(component.type);
  const name = localIn(component.label, i18n.language) || kind;
  return (
    <li>
      {gap}
      <div className={isSelected ? styles.selected : styles.part} data-part={textIn(component.key ?? component.path)}>
        <div className={styles.handle}>
          <button
            type="button"
            className={styles.grip}
            aria-pressed={isSelected}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight Delete"
            draggable={!bench.readOnly}
            onDragStart={(event) => {
              event.dataTransfer.setData(partType, address);
              bench.setDragging(true);
            }}
            onDragEnd={() => bench.setDragging(false)}
            onClick={() => bench.select(address)}
            onKeyDown={press}
          >
            <HolderOutlined /> <span>{name}</span> <code>{textIn(component.key ?? component.path)}</code>
            <span className={styles.kind}>{kind}</span>
            {component.conditional !== undefined && <span className={styles.kind}>{t('forms.conditional')}</span>}
          </button>
          {!bench.readOnly && (
            <Dropdown menu={{ items: acts.items }} trigger={['click']}>
              <Button size="small" type="text" icon={<MoreOutlined />} aria-label={t('forms.more', { name })} />
            </Dropdown>
          )}
        </div>
        {holds(component) ? (
          <div className={styles.inside}>{children}</div>
        ) : (
          <Drawing drawn={drawn} shown={shown} name={name} />
        )}
      </div>
    </li>
  );
}

function useActs(part: Part) {
  const { t } = useTexts('designers');
  const { file, parts, run } = useBench();
  const go = (direction: Direction) => run(step(file, parts, part, direction));
  const copy = () =>
    run([
      {
        kind: 'value.insert',
        file,
        at: part.list,
        index: part.index + 1,
        value: copied(part.component, keysOf(parts)),
      },
    ]);
  const remove = () => run([{ kind: 'value.remove', file, at: part.address }]);
  const items = [
    ...(['up', 'down', 'into', 'out'] as const).map((direction) => ({
      key: direction,
      label: t(`forms.moves.${direction}`),
      disabled: step(file, parts, part, direction).length === 0,
      onClick: () => go(direction),
    })),
    { key: 'copy', label: t('forms.moves.copy'), onClick: copy },
    { key: 'remove', label: t('forms.moves.remove'), danger: true, onClick: remove },
  ];
  return { go, remove, items };
}

/** The field as applicants see it; it cannot be filled in here. */
function Drawing({
  drawn,
  shown,
  name,
}: {
  drawn: ComponentDto | undefined;
  shown: TriedFormDto | undefined;
  name: string;
}) {
  const access = useMemo(
    () => localAccess({}, () => undefined, shown && { ...shown.state, hidden: [], values: {} }, []),
    [shown],
  );
  return (
    <div className={styles.drawing} inert>
      {drawn === undefined ? (
        <span className="muted">{name}</span>
      ) : (
        <FormAccessProvider value={access}>
          <Components components={[drawn]} />
        </FormAccessProvider>
      )}
    </div>
  );
}
