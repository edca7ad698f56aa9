import type { SheetImportDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';
import styles from './Sheets.module.css';

/** What the file would do, or did; its mistakes by row and column. */
export function SheetResult({ found }: { found: SheetImportDto }) {
  const { t } = useTexts('sheets');
  const counts = { rows: found.rows, added: found.added, changed: found.changed, unchanged: found.unchanged };
  if (found.problemCount > 0) {
    return (
      <div role="status">
        <p>
          <strong>{t('refused', { count: found.problemCount })}</strong>
        </p>
        <ul className={styles.list}>
          {found.problems.map((problem, index) => (
            <li key={index}>
              {problem.row > 0 && (
                <span className="muted">
                  {problem.column === ''
                    ? t('row', { row: problem.row })
                    : t('cell', { row: problem.row, column: problem.column })}{' '}
                </span>
              )}
              {problem.text}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <div role="status">
      <p>
        <strong>{t(found.applied ? 'done' : 'would', counts)}</strong>
      </p>
      {!found.applied && (
        <ul className={styles.list}>
          {found.preview.map((change) => (
            <li key={change.row}>
              <Tag tone={change.added ? 'ok' : 'info'}>{t(change.added ? 'new' : 'changes')}</Tag> {change.name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
