import { DeleteOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { SearchFieldDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import type { Condition } from './conditions';
import styles from './SearchConditions.module.css';

interface RowProps {
  condition: Condition;
  fields: SearchFieldDto[];
  change: (condition: Condition) => void;
  remove: (() => void) | undefined;
}

/** A field, how it is compared, and with what, by the field's kind. */
export function ConditionRow({ condition, fields, change, remove }: RowProps) {
  const { t } = useTexts('inbox');
  const field = fields.find((one) => one.field === condition.field);
  return (
    <div className={styles.condition}>
      <Select
        aria-label={t('where.field')}
        placeholder={t('where.field')}
        value={condition.field === '' ? undefined : condition.field}
        options={fields.map((one) => ({ value: one.field, label: one.label }))}
        onChange={(name) => change({ field: name, comparison: 'is', value: '' })}
      />
      <Select
        aria-label={t('where.comparison')}
        value={condition.comparison}
        options={(field?.comparisons ?? ['is']).map((one) => ({ value: one, label: t(`where.${one}`) }))}
        onChange={(comparison) => change({ ...condition, comparison })}
      />
      <Value field={field} value={condition.value} set={(value) => change({ ...condition, value })} />
      {remove && <Button type="text" icon={<DeleteOutlined />} aria-label={t('where.remove')} onClick={remove} />}
    </div>
  );
}

function Value({
  field,
  value,
  set,
}: {
  field: SearchFieldDto | undefined;
  value: string;
  set: (value: string) => void;
}) {
  const { t } = useTexts('inbox');
  const label = t('where.value');
  switch (field?.kind) {
    case 'choice':
      return (
        <Select
          aria-label={label}
          showSearch={{ optionFilterProp: 'label' }}
          value={value === '' ? undefined : value}
          options={field.options ?? []}
          onChange={set}
        />
      );
    case 'date':
      return (
        <DatePicker
          aria-label={label}
          value={value === '' ? null : dayjs(value)}
          onChange={(day) => set(day ? day.format('YYYY-MM-DD') : '')}
        />
      );
    default:
      return (
        <Input
          aria-label={label}
          maxLength={200}
          inputMode={field?.kind === 'number' ? 'decimal' : undefined}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      );
  }
}
