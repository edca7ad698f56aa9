import { PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts';
import { ConditionEditor } from '../Conditions/ConditionEditor';
import { FeelField } from '../Conditions/FeelField';
import { textIn } from './json';
import { useSettingsFile } from './place';
import styles from './Settings.module.css';
import type { ControlProps } from './TextControls';

/** The expression without the sign by which the file tells it from text. */
export const formulaIn = (text: string): string => text.replace(/^=\s*/, '');

/** An expression as the file holds it; nothing where there is none. */
export function asFeel(text: string): string | undefined {
  const formula = formulaIn(text.trim());
  return formula === '' ? undefined : `=${formula}`;
}

/** An expression that gives a value: FEEL, with names while one types and what is wrong with it. */
export function FeelControl({ label, value, write, disabled }: ControlProps) {
  const { file } = useSettingsFile();
  return (
    <FeelField
      label={label}
      value={formulaIn(textIn(value))}
      scope={{ file }}
      readOnly={disabled}
      rows={1}
      onChange={(text) => void write(asFeel(text))}
    />
  );
}

/** A condition as groups of tests or as FEEL; none until one is begun. */
export function ConditionControl({ label, value, write, disabled }: ControlProps) {
  const { t } = useTexts('designers');
  const { file } = useSettingsFile();
  const [begun, setBegun] = useState(false);
  const formula = formulaIn(textIn(value));
  if (formula === '' && !begun) {
    return disabled ? (
      <span className="muted">{t('noCondition')}</span>
    ) : (
      <Button icon={<PlusOutlined />} onClick={() => setBegun(true)}>
        {t('beginCondition')}
      </Button>
    );
  }
  // A condition that always holds is the empty group of the builder.
  return (
    <ConditionEditor
      label={label}
      value={formula === 'true' ? '' : formula}
      scope={{ file }}
      readOnly={disabled}
      onChange={(text) => void write(asFeel(text))}
    />
  );
}

type Way = 'no' | 'yes' | 'when';

/** Always, never, or while a condition holds. */
export function FlagOrFeelControl(props: ControlProps) {
  const { t } = useTexts('designers');
  const { value, write, disabled, describedBy, id } = props;
  const way: Way = typeof value === 'string' ? 'when' : value === true ? 'yes' : 'no';
  const choose = (picked: Way) => void write(picked === 'when' ? '=true' : picked === 'yes' ? true : undefined);
  return (
    <div className={styles.stacked}>
      <Select
        id={id}
        aria-label={props.label}
        aria-describedby={describedBy}
        disabled={disabled}
        value={way}
        options={(['no', 'yes', 'when'] as const).map((one) => ({ value: one, label: t(`ways.${one}`) }))}
        onChange={choose}
      />
      {way === 'when' && <ConditionControl {...props} id={`${id}-when`} />}
    </div>
  );
}
