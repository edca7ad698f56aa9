import { LockOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/useTexts';
import type { ComponentDto } from '../api/contract';
import { Tag } from '../Layout/Tag';
import styles from './FieldFrame.module.css';
import { useFormAccess } from './FormAccess';
import { fieldId } from './paths';

interface Props {
  component: ComponentDto;
  path: string;
  /** Several controls under one label: a fieldset. */
  group?: boolean;
  /** The label stands inside the control, as with a checkbox. */
  bare?: boolean;
  children: ReactNode;
}

/** Label, tags, purpose, error and help around a control, in the order a screen reader should meet them. */
export function FieldFrame({ component, path, group, bare, children }: Props) {
  const { errors, above } = useFormAccess();
  const error = errors.get(path);
  const id = fieldId(path);
  const Outer = group ? 'fieldset' : 'div';
  const label = <FieldLabel component={component} />;
  return (
    <Outer
      className={[styles.field, component.width === 'half' ? '' : styles.full, error ? styles.wrong : ''].join(' ')}
      id={group ? id : undefined}
      tabIndex={group ? -1 : undefined}
      aria-describedby={group && error ? `${id}-error` : undefined}
    >
      {!bare &&
        (group ? (
          <legend className={styles.label}>{label}</legend>
        ) : (
          <label className={styles.label} htmlFor={id}>
            {label}
          </label>
        ))}
      {!bare && <Purpose text={component.purpose} />}
      {above?.(path)}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {children}
      {bare && <Purpose text={component.purpose} />}
      {component.help && (
        <p id={`${id}-help`} className={styles.help}>
          {component.help}
        </p>
      )}
    </Outer>
  );
}

/** A box may always stay empty, and a computed value is not entered at all. */
const neverOptional = new Set(['expression', 'checkbox', 'consent']);

export function FieldLabel({ component }: { component: ComponentDto }) {
  const { t } = useTexts('application');
  return (
    <>
      {component.label}
      {!component.required && !component.readOnly && !neverOptional.has(component.type) && (
        <span className={styles.optional}>{t('common:optional')}</span>
      )}{' '}
      {component.sensitive ? (
        <Tag tone="warn">{t('sensitive')}</Tag>
      ) : (
        component.personal && <Tag tone="info">{t('personal')}</Tag>
      )}
      {component.type === 'expression' && <Tag>{t('computed')}</Tag>}
    </>
  );
}

function Purpose({ text }: { text: string | null | undefined }) {
  const { t } = useTexts('application');
  if (!text) {
    return null;
  }
  return (
    <p className={styles.purpose}>
      <LockOutlined aria-hidden="true" /> {t('purpose', { text })}
    </p>
  );
}

/** What a single control says about itself to assistive technology. */
export function useControl(component: ComponentDto, path: string) {
  const { errors, isOpen } = useFormAccess();
  const id = fieldId(path);
  const wrong = errors.has(path);
  const described = [wrong ? `${id}-error` : '', component.help ? `${id}-help` : ''].filter(Boolean).join(' ');
  return {
    id,
    status: wrong ? ('error' as const) : undefined,
    disabled: component.readOnly || !isOpen(path),
    'aria-invalid': wrong || undefined,
    'aria-required': component.required || undefined,
    'aria-describedby': described === '' ? undefined : described,
  };
}
