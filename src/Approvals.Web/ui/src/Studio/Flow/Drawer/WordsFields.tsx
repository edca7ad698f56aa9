import { Input } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../../i18n/useTexts';
import styles from '../Flow.module.css';
import type { FieldProps } from './SettingField';
import { mapOf, textOf } from './values';

const languages = ['zh-CN', 'en'] as const;

/** A text in both languages; saved when one leaves it. */
export function WordsField({ id, value, disabled, change }: FieldProps) {
  return <Words id={id} value={value} disabled={disabled} change={change} />;
}

export function Words({
  id,
  value,
  disabled,
  change,
  label,
}: Pick<FieldProps, 'id' | 'value' | 'disabled' | 'change'> & { label?: string }) {
  const { t } = useTexts('flow');
  const [typed, setTyped] = useState<Record<string, string>>({});
  const known = typeof value === 'string' ? { 'zh-CN': value, en: value } : mapOf(value);
  const leave = () => {
    const next = { ...known, ...typed };
    if (Object.entries(typed).some(([language, text]) => text !== textOf(known[language]))) {
      change(languages.every((language) => textOf(next[language]) === '') ? undefined : next);
    }
    setTyped({});
  };
  return (
    <div className={styles.words}>
      {languages.map((language, index) => (
        <Input
          key={language}
          id={index === 0 ? id : `${id}-${language}`}
          prefix={<span className={styles.language}>{language === 'en' ? 'EN' : '中'}</span>}
          aria-label={[label, t(`language.${language}`)].filter(Boolean).join(t('comma'))}
          value={typed[language] ?? textOf(known[language])}
          disabled={disabled}
          onChange={(event) => setTyped({ ...typed, [language]: event.target.value })}
          onBlur={leave}
          onPressEnter={leave}
        />
      ))}
    </div>
  );
}

/** What people read for each outcome. */
export function OutcomesField({ id, value, disabled, change, step }: FieldProps) {
  const known = mapOf(value);
  const ports = [...new Set([...step.ports.map((port) => port.port), ...Object.keys(known)])];
  const write = (port: string, words: unknown) => {
    const next = Object.fromEntries(Object.entries({ ...known, [port]: words }).filter(([, one]) => one !== undefined));
    change(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <div className={styles.rows}>
      {ports.map((port) => (
        <div key={port}>
          <span className={styles.code}>{step.ports.find((one) => one.port === port)?.name ?? port}</span>
          <Words
            id={`${id}-${port}`}
            label={port}
            value={known[port]}
            disabled={disabled}
            change={(words) => write(port, words)}
          />
        </div>
      ))}
    </div>
  );
}
