import { Input } from 'antd';
import { type ComponentProps, useId } from 'react';
import styles from './Account.module.css';

interface Props extends Pick<
  ComponentProps<typeof Input>,
  'autoComplete' | 'inputMode' | 'maxLength' | 'type' | 'autoFocus'
> {
  label: string;
  value: string;
  onValue: (value: string) => void;
  error?: string;
  hint?: string;
}

/** A labelled line of text; the error between label and field, as everywhere. */
export function TextEntry({ label, value, onValue, error, hint, type, ...rest }: Props) {
  const id = useId();
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined;
  const Control = type === 'password' ? Input.Password : Input;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <Control
        {...rest}
        id={id}
        type={type === 'password' ? undefined : type}
        size="large"
        value={value}
        status={error ? 'error' : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={described}
        onChange={(event) => onValue(event.target.value)}
      />
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
