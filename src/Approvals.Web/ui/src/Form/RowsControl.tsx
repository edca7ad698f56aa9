import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTexts } from '../i18n/useTexts';
import { Components } from './Components';
import { FieldFrame } from './FieldFrame';
import { type FieldProps, listOf } from './fields';
import { useFormAccess } from './FormAccess';
import { getPath, rowPath } from './paths';
import styles from './RowsControl.module.css';

/** A repeated group: rows are added and taken away, each with its own fields. */
export function RowsControl({ component, path }: FieldProps) {
  const { t } = useTexts('application');
  const { values, change, isOpen } = useFormAccess();
  const rows = listOf(getPath(values, path));
  const open = isOpen(path) && !component.readOnly;
  const full = component.maxItems != null && rows.length >= component.maxItems;
  return (
    <FieldFrame component={component} path={path} group>
      {rows.map((_, index) => (
        <div key={index} className={styles.row}>
          <div className={styles.head}>
            <strong>{t('row', { label: component.label, number: index + 1 })}</strong>
            {open && (
              <Button
                type="link"
                size="small"
                icon={<DeleteOutlined aria-hidden="true" />}
                aria-label={t('removeRow', { label: component.label, number: index + 1 })}
                onClick={() =>
                  change(
                    path,
                    rows.filter((_, place) => place !== index),
                  )
                }
              >
                {t('common:delete')}
              </Button>
            )}
          </div>
          <Components components={component.components ?? []} prefix={rowPath(path, index)} />
        </div>
      ))}
      {rows.length === 0 && <p className={styles.none}>{t('noRows', { label: component.label })}</p>}
      {open && (
        <Button icon={<PlusOutlined aria-hidden="true" />} disabled={full} onClick={() => change(path, [...rows, {}])}>
          {full ? t('rowsFull', { count: component.maxItems ?? 0 }) : t('addRow', { label: component.label })}
        </Button>
      )}
    </FieldFrame>
  );
}
