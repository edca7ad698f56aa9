import type { CorrectionDto } from '../api/contract';
import { displayValue } from '../Form/display';
import { getPath } from '../Form/paths';
import { fieldsOf } from '../Form/walk';
import { useTexts } from '../i18n/useTexts';
import styles from './Correction.module.css';

/** Above a returned field: what the reviewer wrote, and what was submitted before. */
export function Earlier({ found, path }: { found: CorrectionDto; path: string }) {
  const { t } = useTexts('correction');
  const { t: words } = useTexts('application');
  const note = found.notes.find((entry) => entry.path === path)?.note;
  const field = found.form.sections
    .flatMap((section) => fieldsOf(section.components))
    .find((entry) => entry.path === path);
  const simple = field !== undefined && !['filepicker', 'dynamiclist', 'table'].includes(field.component.type);
  const old = simple ? displayValue(field.component, getPath(found.oldValues, path), words) : '';
  const open = found.open.includes(path);
  return (
    <>
      {note && <p className={styles.note}>{t('note', { text: note })}</p>}
      {open && old !== '' && (
        <p className={styles.old}>
          {t('old')} <s>{old}</s>
        </p>
      )}
    </>
  );
}
