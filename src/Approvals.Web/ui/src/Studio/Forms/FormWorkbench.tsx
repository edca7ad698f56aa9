import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { emptyFormQuery, type FormCatalogueDto } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { type Command, mapOf } from '../Settings/json';
import { useSettingsFile } from '../Settings/place';
import { useDraft } from '../Shell/DraftContext';
import { Canvas } from './Canvas';
import styles from './Forms.module.css';
import { Palette } from './Palette';
import { PartProperties } from './PartProperties';
import { flat, freshComponent, keysOf, type Part, partsOf } from './tree';
import { Workbench } from './workbench';

/** Palette, canvas and properties of a form. */
export function FormWorkbench({ form, catalogue }: { form: string; catalogue: FormCatalogueDto }) {
  const { t, i18n } = useTexts('designers');
  const { draft, revision } = useDraft();
  const { file, root, edit, readOnly } = useSettingsFile();
  const [selected, setSelected] = useState<string>();
  const [place, setPlace] = useState<Pick<Part, 'list' | 'index'>>();
  const [dragging, setDragging] = useState(false);
  const shown = useQuery(emptyFormQuery(draft.id, form, revision));
  const parts = partsOf(mapOf(root).components);
  const all = flat(parts);
  // A new key is a new address: what stands at the same place is still what is being set.
  const part =
    all.find((one) => one.address === selected) ??
    all.find((one) => one.list === place?.list && one.index === place.index);
  const run = (commands: Command[], then?: string) => {
    if (commands.length > 0 && !readOnly) {
      void edit(commands).then(() => {
        if (then !== undefined) {
          setSelected(then);
          setPlace(undefined);
        }
      });
    }
  };
  const select = (address: string | undefined) => {
    setSelected(address);
    setPlace(all.find((one) => one.address === address));
  };
  const add = (kind: string, list: string, index: number) => {
    const label = catalogue.kinds.find((one) => one.name === kind)?.label ?? kind;
    const fresh = freshComponent(kind, { zh: label, en: i18n.language === 'en' ? label : kind }, keysOf(parts));
    const name = fresh.key === undefined ? fresh.path : fresh.key;
    const identity = fresh.key === undefined ? 'path' : 'key';
    run(
      [{ kind: 'value.insert', file, at: list, index, value: fresh }],
      typeof name === 'string' ? `${list}/[${identity}=${name}]` : `${list}/${index}`,
    );
  };
  return (
    <Workbench
      value={{ file, parts, selected: part?.address, select, run, add, dragging, setDragging, readOnly, catalogue }}
    >
      <div className={styles.bench}>
        <Palette kinds={catalogue.kinds} after={part} />
        <section className={styles.canvas} aria-label={t('forms.canvas')}>
          {shown.error !== null && <p className={styles.warning}>{shown.error.message}</p>}
          <Canvas shown={shown.error === null ? shown.data : undefined} />
        </section>
        <PartProperties part={part} />
      </div>
    </Workbench>
  );
}
