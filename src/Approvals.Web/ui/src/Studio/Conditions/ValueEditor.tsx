import { Input, Select } from 'antd';
import { useState } from 'react';
import type { ConditionTest, ConditionValue, ExpressionName } from '../../api/conditions';
import { useTexts } from '../../i18n/useTexts';
import styles from './Conditions.module.css';
import { typedOf, valueOf, valuesOf } from './operators';

interface Props {
  test: ConditionTest;
  name: ExpressionName | undefined;
  readOnly: boolean;
  onChange: (values: ConditionValue[]) => void;
}

/** What a field is compared with: chosen where its values are listed, else typed; an equals sign names another field. */
export function ValueEditor({ test, name, readOnly, onChange }: Props) {
  const { t } = useTexts('conditions');
  const wanted = valuesOf(test.operator);
  if (wanted === 0) {
    return null;
  }
  const options =
    name?.type === 'boolean'
      ? [
          { value: 'true', label: t('common:yes') },
          { value: 'false', label: t('common:no') },
        ]
      : name?.options;
  if (wanted === 'many') {
    return (
      <Select
        mode={options !== undefined && options.length > 0 ? 'multiple' : 'tags'}
        size="small"
        className={styles.value}
        aria-label={t('values')}
        placeholder={t('values')}
        disabled={readOnly}
        value={test.values.map(typedOf)}
        options={options}
        onChange={(texts: string[]) => onChange(texts.map((text) => valueOf(text, name)))}
      />
    );
  }
  if (wanted === 1 && options !== undefined && options.length > 0 && test.values[0]?.kind !== 'field') {
    return (
      <Select
        size="small"
        className={styles.value}
        aria-label={t('value')}
        placeholder={t('value')}
        disabled={readOnly}
        value={test.values[0]?.text}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(text: string) => onChange([valueOf(text, name)])}
      />
    );
  }
  return (
    <>
      {Array.from({ length: wanted }, (_, index) => (
        <TypedValue
          key={`${index} ${typedOf(test.values[index])}`}
          label={wanted === 2 ? t(index === 0 ? 'from' : 'to') : t('value')}
          hint={t(name?.type === 'date' ? 'dateHint' : 'valueHint')}
          text={typedOf(test.values[index])}
          readOnly={readOnly}
          onChange={(text) => {
            const values = Array.from({ length: wanted }, (_, i) =>
              i === index ? valueOf(text, name) : (test.values[i] ?? valueOf('', name)),
            );
            onChange(values);
          }}
        />
      ))}
    </>
  );
}

interface TypedProps {
  label: string;
  hint: string;
  text: string;
  readOnly: boolean;
  onChange: (text: string) => void;
}

/** A text that counts once one leaves it or presses Enter. */
function TypedValue({ label, hint, text, readOnly, onChange }: TypedProps) {
  const [typed, setTyped] = useState(text);
  const done = () => {
    if (typed.trim() !== text) {
      onChange(typed.trim());
    }
  };
  return (
    <Input
      size="small"
      className={styles.value}
      aria-label={label}
      placeholder={label}
      title={hint}
      disabled={readOnly}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={done}
      onPressEnter={done}
    />
  );
}
