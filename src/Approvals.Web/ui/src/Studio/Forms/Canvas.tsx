import type { ComponentDto } from '../../api/contract';
import type { TriedFormDto } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { inside } from '../Settings/address';
import { CanvasPart } from './CanvasPart';
import styles from './Forms.module.css';
import { drawnAt } from './drawn';
import { moveTo, flat, type Part } from './tree';
import { kindType, partType, useBench } from './workbench';

/** The form as it is: the real fields, each with its handle. */
export function Canvas({ shown }: { shown: TriedFormDto | undefined }) {
  const { t } = useTexts('designers');
  const { parts } = useBench();
  return (
    <>
      {parts.length === 0 && <p className="muted">{t('forms.empty')}</p>}
      <Parts parts={parts} list="/components" drawn={drawnAt(parts, shown)} shown={shown} />
    </>
  );
}

interface PartsProps {
  parts: Part[];
  list: string;
  drawn: (ComponentDto | undefined)[];
  shown: TriedFormDto | undefined;
}

function Parts({ parts, list, drawn, shown }: PartsProps) {
  return (
    <ul className={styles.parts}>
      {parts.map((part, index) => (
        <CanvasPart
          key={part.address}
          part={part}
          drawn={drawn[index]}
          shown={shown}
          gap={<Gap list={list} index={index} />}
        >
          <Parts
            parts={part.parts}
            list={inside(part.address, 'components')}
            drawn={part.parts.map((_, at) => drawn[index]?.components?.[at])}
            shown={shown}
          />
        </CanvasPart>
      ))}
      <li>
        <Gap list={list} index={parts.length} />
      </li>
    </ul>
  );
}

/** Where something dragged may be dropped. */
function Gap({ list, index }: { list: string; index: number }) {
  const { file, parts, run, add, dragging, setDragging } = useBench();
  return (
    <div
      aria-hidden
      className={dragging ? styles.gapOpen : styles.gap}
      data-gap={`${list}/${index}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        setDragging(false);
        const kind = event.dataTransfer.getData(kindType);
        const part = flat(parts).find((one) => one.address === event.dataTransfer.getData(partType));
        if (kind !== '') {
          add(kind, list, index);
        } else if (part !== undefined) {
          run(moveTo(file, part, list, index));
        }
      }}
    />
  );
}
