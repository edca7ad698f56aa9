import { Checkbox, DatePicker, Input, InputNumber, Segmented, Select, Switch } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTexts } from '../../../i18n/useTexts';
import type { FieldProps } from './SettingField';
import { textOf, textsOf } from './values';

/** A line of text; saved when one leaves it. */
export function TextField({ id, value, disabled, change }: FieldProps) {
  const [text, setText] = useState<string>();
  const known = textOf(value);
  const leave = () => {
    if (text !== undefined && text !== known) {
      change(text.trim() === '' ? undefined : text.trim());
    }
    setText(undefined);
  };
  return (
    <Input
      id={id}
      value={text ?? known}
      disabled={disabled}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
    />
  );
}

export function NumberField({ id, value, disabled, change }: FieldProps) {
  const [number, setNumber] = useState<number | null>();
  const known = textOf(value) === '' ? null : Number(textOf(value));
  const leave = () => {
    if (number !== undefined && number !== known) {
      change(number ?? undefined);
    }
    setNumber(undefined);
  };
  return (
    <InputNumber
      id={id}
      value={number === undefined ? known : number}
      disabled={disabled}
      onChange={setNumber}
      onBlur={leave}
      onPressEnter={leave}
    />
  );
}

/** A share such as 2/3, or a number. */
export function ShareField(props: FieldProps) {
  return (
    <TextField
      {...props}
      change={(text) => props.change(typeof text === 'string' && /^\d+(\.\d+)?$/.test(text) ? Number(text) : text)}
    />
  );
}

export function FlagField({ id, value, disabled, change, setting }: FieldProps) {
  return (
    <Switch
      id={id}
      size="small"
      checked={value === true || value === 'true'}
      disabled={disabled}
      onChange={change}
      aria-label={setting.label}
    />
  );
}

export function ChoiceField({ id, value, disabled, change, setting }: FieldProps) {
  const options = setting.options.map((option) => ({ value: option.value, label: option.label }));
  const known = textOf(value);
  if (options.length <= 4 && options.every((option) => option.label.length <= 5)) {
    return (
      <Segmented
        block
        aria-labelledby={`${id}-label`}
        value={known === '' ? (options[0]?.value ?? '') : known}
        disabled={disabled}
        options={options}
        onChange={change}
      />
    );
  }
  return (
    <Select
      id={id}
      value={known === '' ? undefined : known}
      disabled={disabled}
      options={options}
      onChange={change}
      allowClear
      onClear={() => change(undefined)}
    />
  );
}

export function ChoicesField({ id, value, disabled, change, setting }: FieldProps) {
  const known = textsOf(value);
  const extra = known.filter((one) => !setting.options.some((option) => option.value === one));
  return (
    <Checkbox.Group
      value={known}
      disabled={disabled}
      aria-labelledby={`${id}-label`}
      options={[
        ...setting.options.map((option) => ({ value: option.value, label: option.label })),
        ...extra.map((one) => ({ value: one, label: one })),
      ]}
      onChange={change}
    />
  );
}

/** A day; in the file as text. */
export function DateField({ id, value, disabled, change }: FieldProps) {
  const known = textOf(value);
  return (
    <DatePicker
      id={id}
      value={known === '' ? null : dayjs(known)}
      disabled={disabled}
      onChange={(day: dayjs.Dayjs | null) => change(day?.format('YYYY-MM-DD'))}
    />
  );
}

/** Names, one after another. */
export function NamesField({ id, value, disabled, change }: FieldProps) {
  const { t } = useTexts('flow');
  return (
    <Select
      id={id}
      mode="tags"
      open={false}
      suffix={null}
      value={textsOf(value)}
      disabled={disabled}
      placeholder={t('names')}
      onChange={(names: string[]) => change(names.length === 0 ? undefined : names)}
    />
  );
}
