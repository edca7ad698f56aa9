import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import type { DecisionTable } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { listed } from './cells';
import styles from './Tables.module.css';
import type { Grid } from './useGrid';

/** The chosen cell by name, what stands in it, what it may hold, and how that is written. */
export function EditLine({ table, grid, readOnly }: { table: DecisionTable; grid: Grid; readOnly: boolean }) {
  const { t } = useTexts('tables');
  const column = table.columns[grid.place.column];
  if (column === undefined || table.rules.length === 0) {
    return <div className={styles.line}>{t('noRules')}</div>;
  }
  const wrong = table.problems.find(
    (problem) => problem.rule === grid.place.row + 1 && problem.column === column.label,
  )?.text;
  const values = listed(column);
  const allowed =
    values.length > 0
      ? values.map((value) => (column.words[value] ? `"${value}"（${column.words[value]}）` : `"${value}"`)).join(' ')
      : (column.allowedValues ?? column.type);
  return (
    <div className={styles.line}>
      <span className={styles.cellName}>{t('cell', { rule: grid.place.row + 1, column: column.label })}</span>
      <input
        className={styles.content}
        aria-label={t('content')}
        readOnly={readOnly}
        value={grid.typed ?? grid.text}
        onChange={(event) => grid.setTyped(event.target.value)}
        onBlur={() => grid.typed !== undefined && grid.commit()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.currentTarget.blur();
          } else if (event.key === 'Escape') {
            grid.cancel();
          }
        }}
      />
      <span role="status" className={wrong ? styles.bad : styles.good}>
        {wrong ? <CloseCircleFilled aria-hidden="true" /> : <CheckCircleFilled aria-hidden="true" />}{' '}
        {wrong ?? t('readable')}
      </span>
      {allowed && <span>{t('allowed', { values: allowed })}</span>}
      <span>{t(`howTo.${column.kind}`)}</span>
      {column.kind === 'input' && <span>{t('reads', { name: column.name })}</span>}
    </div>
  );
}
