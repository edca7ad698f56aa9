import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts';
import { FeelControl } from './FeelControls';
import { isMap, type Json, type JsonMap, local, localIn, mapOf, textIn } from './json';
import styles from './Settings.module.css';
import { type ControlProps, LocalControl } from './TextControls';
import { useTyped } from './useTyped';

type Kind = 'terms' | 'figures' | 'feels';

/** Values by name: texts in both languages, figures with a note, or expressions. */
export function NamedControl({ id, value, write, disabled, describedBy, kind }: ControlProps & { kind: Kind }) {
  const { t } = useTexts('designers');
  const [name, setName] = useState('');
  const known = mapOf(value);
  const set = (key: string, entry: Json | undefined) => {
    const others = Object.entries(known).filter(([name]) => name !== key);
    const isNew = known[key] === undefined;
    const next: JsonMap = isNew
      ? { ...known, [key]: entry }
      : Object.fromEntries(Object.entries(known).map(([name, old]) => [name, name === key ? entry : old]));
    const left: JsonMap = entry === undefined ? Object.fromEntries(others) : next;
    void write(Object.keys(left).length === 0 ? undefined : left);
  };
  const add = () => {
    const key = name.trim();
    if (key !== '' && known[key] === undefined) {
      set(key, fresh[kind]);
      setName('');
    }
  };
  return (
    <div className={styles.stacked}>
      {Object.entries(known).map(([key, entry]) => (
        <div key={key} className={styles.named} role="group" aria-label={key}>
          <code>{key}</code>
          <Entry
            kind={kind}
            id={`${id}-${key}`}
            describedBy={describedBy}
            label={key}
            value={entry}
            disabled={disabled}
            write={(to) => set(key, to ?? fresh[kind])}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            disabled={disabled}
            aria-label={t('removeNamed', { name: key })}
            onClick={() => set(key, undefined)}
          />
        </div>
      ))}
      {!disabled && (
        <div className={styles.adding}>
          <Input
            aria-label={t('newName')}
            placeholder={t('newName')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={add}
          />
          <Button icon={<PlusOutlined />} disabled={name.trim() === ''} onClick={add}>
            {t('add')}
          </Button>
        </div>
      )}
    </div>
  );
}

const fresh: Record<Kind, Json> = { terms: local('', ''), figures: { value: 0 }, feels: '=null' };

function Entry({ kind, ...props }: ControlProps & { kind: Kind }) {
  return kind === 'terms' ? (
    <LocalControl {...props} />
  ) : kind === 'feels' ? (
    <FeelControl {...props} />
  ) : (
    <Figure {...props} />
  );
}

/** A figure alone or with its source; a number stays a number, anything else is kept as text. */
function Figure({ value, write, ...props }: ControlProps) {
  const { t } = useTexts('designers');
  const stated = isMap(value) ? value : { value };
  const shown = typeof stated.value === 'object' ? JSON.stringify(stated.value) : textIn(stated.value);
  const typed = useTyped(shown, (text) => write({ ...stated, value: figureOf(text.trim()) }));
  return (
    <div className={styles.languages}>
      <Input
        id={props.id}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        disabled={props.disabled || typeof stated.value === 'object'}
        {...typed}
      />
      <LocalFigureNote
        {...props}
        label={t('figureNote')}
        value={stated.note}
        write={(note) => write({ ...stated, note })}
      />
    </div>
  );
}

function LocalFigureNote({ label, value, write, disabled }: ControlProps) {
  const known = localIn(value, 'zh-CN');
  return (
    <Input
      key={known}
      aria-label={label}
      placeholder={label}
      disabled={disabled}
      defaultValue={known}
      onBlur={(event) => {
        if (event.target.value !== known) {
          void write(
            event.target.value === ''
              ? undefined
              : isMap(value)
                ? { ...value, 'zh-CN': event.target.value }
                : event.target.value,
          );
        }
      }}
    />
  );
}

function figureOf(text: string): Json {
  return text === 'true'
    ? true
    : text === 'false'
      ? false
      : text !== '' && Number.isFinite(Number(text))
        ? Number(text)
        : text;
}
