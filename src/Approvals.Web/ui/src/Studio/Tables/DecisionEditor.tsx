import type { DecisionElement } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { QueryView } from '../../Layout/QueryView';
import { EntriesEditor } from './EntriesEditor';
import styles from './Tables.module.css';
import { TableDesigner } from './TableDesigner';
import { useTable } from './useTable';

/** One decision: its table, or its expressions. */
export function DecisionEditor({ file, element }: { file: string; element: DecisionElement }) {
  const { t } = useTexts('tables');
  const editing = useTable(file, element.id);
  return (
    <QueryView query={{ ...editing.query, data: editing.table }}>
      {(table) =>
        table.logic === 'table' ? (
          <TableDesigner table={table} editing={editing} />
        ) : table.logic === 'other' ? (
          <p className={styles.note}>{t('other')}</p>
        ) : (
          <EntriesEditor table={table} editing={editing} />
        )
      }
    </QueryView>
  );
}
