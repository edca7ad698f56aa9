import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ConditionTest, ExpressionName } from '../../api/conditions';
import { useTexts } from '../../i18n/useTexts';
import styles from './Conditions.module.css';
import { operatorsFor, valuesOf } from './operators';
import { ValueEditor } from './ValueEditor';

interface Props {
  test: ConditionTest;
  names: ExpressionName[];
  readOnly: boolean;
  onChange: (test: ConditionTest) => void;
  remove: () => void;
}

/** One test: a field, what is asked of it, and with what. */
export function TestEditor({ test, names, readOnly, onChange, remove }: Props) {
  const { t } = useTexts('conditions');
  const name = names.find((known) => known.path === test.field);
  const operators = operatorsFor(name);
  const shown = operators.includes(test.operator) ? operators : [...operators, test.operator];
  const choose = (field: string) => {
    const next = names.find((known) => known.path === field);
    const [first = 'equal'] = operatorsFor(next);
    const isSame = next?.type === name?.type && next?.options.length === 0 && name?.options.length === 0;
    onChange(isSame ? { ...test, field } : { field, operator: first, values: [] });
  };
  return (
    <div className={styles.test}>
      <Select
        showSearch={{ optionFilterProp: 'search' }}
        size="small"
        className={styles.field}
        aria-label={t('field')}
        placeholder={t('field')}
        disabled={readOnly}
        value={test.field === '' ? undefined : test.field}
        popupMatchSelectWidth={360}
        onChange={choose}
        options={(name === undefined && test.field !== ''
          ? [{ path: test.field, label: test.field, form: null }, ...names]
          : names
        ).map((known) => ({
          value: known.path,
          search: `${known.label} ${known.path}`,
          label: known.form ? `${known.form} · ${known.label}` : known.label,
          title: known.path,
        }))}
      />
      <Select
        size="small"
        className={styles.operator}
        aria-label={t('operator.label')}
        disabled={readOnly}
        value={test.operator}
        popupMatchSelectWidth={false}
        onChange={(operator) =>
          onChange({ ...test, operator, values: valuesOf(operator) === valuesOf(test.operator) ? test.values : [] })
        }
        options={shown.map((operator) => ({ value: operator, label: t(`operator.${operator}`) }))}
      />
      <ValueEditor test={test} name={name} readOnly={readOnly} onChange={(values) => onChange({ ...test, values })} />
      {!readOnly && (
        <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('removeTest')} onClick={remove} />
      )}
    </div>
  );
}
