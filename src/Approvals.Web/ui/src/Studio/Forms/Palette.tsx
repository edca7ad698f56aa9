import type { ComponentKindDto } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { inside } from '../Settings/address';
import styles from './Forms.module.css';
import { holds, type Part } from './tree';
import { kindType, useBench } from './workbench';

/** The kinds of component: pressed, they come after the selected one; or they are dragged to their place. */
export function Palette({ kinds, after }: { kinds: readonly ComponentKindDto[]; after: Part | undefined }) {
  const { t } = useTexts('designers');
  const { add, parts, readOnly, setDragging } = useBench();
  const press = (kind: string) => {
    if (after === undefined) {
      add(kind, '/components', parts.length);
    } else if (holds(after.component)) {
      add(kind, inside(after.address, 'components'), after.parts.length);
    } else {
      add(kind, after.list, after.index + 1);
    }
  };
  return (
    <nav className={styles.palette} aria-label={t('forms.palette')}>
      <p className={styles.hint}>{t('forms.paletteHint')}</p>
      {kinds.map((kind) => (
        <button
          key={kind.name}
          type="button"
          disabled={readOnly}
          draggable={!readOnly}
          onDragStart={(event) => {
            event.dataTransfer.setData(kindType, kind.name);
            setDragging(true);
          }}
          onDragEnd={() => setDragging(false)}
          onClick={() => press(kind.name)}
        >
          {kind.label}
        </button>
      ))}
    </nav>
  );
}
