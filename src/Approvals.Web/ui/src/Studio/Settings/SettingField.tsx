import { type ReactNode, useId } from 'react';
import type { SettingDto } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import styles from './Settings.module.css';
import type { SettingProblem } from './place';

interface Props {
  setting: SettingDto;
  errors: readonly SettingProblem[];
  /** The control stands in a group of its own, with a label for each part. */
  grouped?: boolean;
  children: (id: string, describedBy: string) => ReactNode;
}

/** A setting with its label, one line of help and what is wrong with it. */
export function SettingField({ setting, errors, grouped, children }: Props) {
  const { t } = useTexts('designers');
  const id = useId();
  const help = `${id}-help`;
  const label = (
    <>
      {setting.label}
      {setting.required && <span className={styles.required}>{t('required')}</span>}
    </>
  );
  return (
    <div
      className={styles.field}
      data-setting={setting.name}
      role={grouped ? 'group' : undefined}
      aria-labelledby={grouped ? `${id}-label` : undefined}
    >
      {grouped ? (
        <span id={`${id}-label`} className={styles.label}>
          {label}
        </span>
      ) : (
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
      )}
      <p id={help} className={styles.help}>
        {setting.help}
      </p>
      {errors.map((error) => (
        <p key={`${error.place ?? ''} ${error.text}`} role="note" className={styles.error}>
          {error.text}
        </p>
      ))}
      {children(id, help)}
    </div>
  );
}
