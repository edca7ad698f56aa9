import { Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts';
import { type Json, listIn, local, localIn, textIn } from './json';
import styles from './Settings.module.css';
import { useTyped } from './useTyped';

export interface ControlProps {
  id: string;
  describedBy: string;
  /** What the setting is called, for controls of several parts. */
  label: string;
  value: Json | undefined;
  write: (value: Json | undefined) => unknown;
  disabled: boolean;
}

const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);

export function LineControl({ id, describedBy, value, write, disabled }: ControlProps) {
  const typed = useTyped(textIn(value), (text) => write(orNothing(text.trim())));
  return <Input id={id} aria-describedby={describedBy} disabled={disabled} {...typed} />;
}

/** Both languages side by side; empty in both takes the setting away. */
export function LocalControl({
  id,
  describedBy,
  label,
  value,
  write,
  disabled,
  rows,
}: ControlProps & { rows?: number }) {
  const { t } = useTexts('designers');
  const [zh, en] = [localIn(value, 'zh-CN'), localIn(value, 'en')];
  const put = (chinese: string, english: string) =>
    write(chinese === '' && english === '' ? undefined : local(chinese, english));
  // What is not translated yet stands in both: no reader meets an empty label.
  const inChinese = useTyped(zh, (text) => put(text, en === '' ? text : en));
  const inEnglish = useTyped(en, (text) => put(zh, text));
  const Control = rows === undefined ? Input : Input.TextArea;
  return (
    <div className={rows === undefined ? styles.languages : styles.stacked}>
      <Control
        id={id}
        aria-label={`${label} · ${t('chinese')}`}
        aria-describedby={describedBy}
        placeholder={t('chinese')}
        disabled={disabled}
        rows={rows}
        lang="zh-CN"
        {...inChinese}
      />
      <Control
        aria-label={`${label} · ${t('english')}`}
        aria-describedby={describedBy}
        placeholder={t('english')}
        disabled={disabled}
        rows={rows}
        lang="en"
        {...inEnglish}
      />
    </div>
  );
}

interface NumberProps extends ControlProps {
  least: number | null;
  most: number | null;
  whole: boolean;
}

export function NumberSetting({ id, describedBy, value, write, disabled, least, most, whole }: NumberProps) {
  const known = typeof value === 'number' ? value : null;
  const [typed, setTyped] = useState<number | null | undefined>(undefined);
  return (
    <InputNumber
      id={id}
      aria-describedby={describedBy}
      disabled={disabled}
      min={least ?? undefined}
      max={most ?? undefined}
      precision={whole ? 0 : undefined}
      value={typed === undefined ? known : typed}
      onChange={(entered) => setTyped(entered)}
      onBlur={() => {
        if (typed !== undefined && typed !== known) {
          void write(typed ?? undefined);
        }
        setTyped(undefined);
      }}
    />
  );
}

/** A list of texts or whole numbers, parted by commas. */
export function ListControl({
  id,
  describedBy,
  value,
  write,
  disabled,
  numbers,
}: ControlProps & { numbers?: boolean }) {
  const { t } = useTexts('designers');
  const known = typeof value === 'string' ? value : listIn(value).map(textIn).join(', ');
  const typed = useTyped(known, (text) => {
    const parts = text.split(/[,，、\s]+/).filter(Boolean);
    void write(parts.length === 0 ? undefined : numbers ? parts.map(Number).filter(Number.isFinite) : parts);
  });
  return <Input id={id} aria-describedby={describedBy} placeholder={t('commas')} disabled={disabled} {...typed} />;
}
