import { useTexts } from '../i18n/useTexts';
import { displayValue } from './display';
import { FieldFrame } from './FieldFrame';
import { type FieldProps, listOf } from './fields';
import { useFormAccess } from './FormAccess';
import { fieldId, getPath, isObject } from './paths';
import styles from './ReadOnlyFields.module.css';

/** What the server computed from the answers. */
export function ComputedField({ component, path }: FieldProps) {
  const { t } = useTexts('application');
  const { values, state } = useFormAccess();
  const shown = displayValue(component, state.computed[path] ?? getPath(values, path), t);
  return (
    <FieldFrame component={component} path={path}>
      <output id={fieldId(path)} className={styles.computed}>
        {shown === '' ? '—' : shown}
      </output>
    </FieldFrame>
  );
}

/** Rows that cannot be changed. */
export function TableField({ component, path }: FieldProps) {
  const { t } = useTexts('application');
  const { values, state } = useFormAccess();
  const rows = listOf(state.computed[path] ?? getPath(values, path)).filter(isObject);
  const columns = component.components ?? [];
  return (
    <FieldFrame component={component} path={path} group>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column.key}>{displayValue(column, row[column.key], t)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FieldFrame>
  );
}

/** A text of the form; the server has sanitised it. */
export function TextBlock({ component }: FieldProps) {
  return (
    <div className={`prose ${styles.text}`} dangerouslySetInnerHTML={{ __html: component.text ?? component.label }} />
  );
}
