import { Select } from 'antd';
import { useTexts } from '../../../i18n/useTexts';
import styles from '../Flow.module.css';
import type { FieldProps } from './SettingField';
import { mapOf, textOf } from './values';

const acts = ['remind', 'escalate', 'outcome'] as const;

/** What happens when the limit ends: remind, hand up, or leave by an outcome. */
export function TimeoutEditor({ id, value, disabled, change, step }: FieldProps) {
  const { t } = useTexts('flow');
  const known = mapOf(value);
  const act = textOf(known.act);
  return (
    <div className={styles.inline}>
      <Select
        id={id}
        allowClear
        placeholder={t('timeout.none')}
        value={act === '' ? undefined : act}
        disabled={disabled}
        options={acts.map((one) => ({ value: one, label: t(`timeout.${one}`) }))}
        onChange={(one: string | undefined) =>
          change(
            one === undefined
              ? undefined
              : { ...known, act: one, ...(one === 'outcome' && { outcome: textOf(known.outcome) || 'TimedOut' }) },
          )
        }
      />
      {act === 'outcome' && (
        <Select
          aria-label={t('timeout.which')}
          value={textOf(known.outcome) || 'TimedOut'}
          disabled={disabled}
          options={step.ports.map((port) => ({ value: port.port, label: port.name }))}
          onChange={(outcome: string) => change({ ...known, outcome })}
        />
      )}
    </div>
  );
}
