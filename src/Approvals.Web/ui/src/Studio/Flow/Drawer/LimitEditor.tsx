import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../../i18n/useTexts';
import styles from '../Flow.module.css';
import type { FieldProps } from './SettingField';
import { mapOf, textOf } from './values';

const units = ['workingDays', 'days', 'hours', 'minutes'] as const;

/** A length with its unit, and when it turns yellow. */
export function LimitEditor({ id, value, disabled, change }: FieldProps) {
  const { t } = useTexts('flow');
  const known = mapOf(value);
  const yellow = mapOf(known.yellow);
  const length = textOf(known.length) === '' ? null : Number(textOf(known.length));
  const share = textOf(yellow.share) === '' ? null : Math.round(Number(textOf(yellow.share)) * 100);
  const days = textOf(yellow.days) === '' ? null : Number(textOf(yellow.days));
  const write = (part: Record<string, unknown>) => change({ unit: 'workingDays', ...known, ...part });
  const warn = (part: Record<string, unknown>) => {
    const next = Object.fromEntries(
      Object.entries({ ...yellow, ...part }).filter(([, one]) => one !== null && one !== undefined),
    );
    const rest = Object.fromEntries(Object.entries(known).filter(([name]) => name !== 'yellow'));
    change(Object.keys(next).length === 0 ? rest : { ...known, yellow: next });
  };
  return (
    <div className={styles.rows}>
      <div className={styles.inline}>
        <Count
          id={id}
          label={t('limit.length')}
          value={length}
          disabled={disabled}
          change={(number) => (number === null ? change(undefined) : write({ length: number }))}
        />
        <Select
          aria-label={t('limit.unit')}
          value={textOf(known.unit) || 'workingDays'}
          disabled={disabled || length === null}
          options={units.map((unit) => ({ value: unit, label: t(`limit.units.${unit}`) }))}
          onChange={(unit) => write({ unit })}
        />
      </div>
      {length !== null && (
        <div className={styles.inline}>
          <span>{t('limit.yellow')}</span>
          <Count
            label={t('limit.share')}
            value={share}
            disabled={disabled}
            most={100}
            suffix="%"
            change={(number) => warn({ share: number === null ? null : number / 100 })}
          />
          <span>{t('limit.or')}</span>
          <Count
            label={t('limit.left')}
            value={days}
            disabled={disabled}
            suffix={t('limit.days')}
            change={(number) => warn({ days: number })}
          />
        </div>
      )}
    </div>
  );
}

interface CountProps {
  id?: string;
  label: string;
  value: number | null;
  disabled: boolean;
  most?: number;
  suffix?: string;
  change: (value: number | null) => void;
}

/** A number that is saved when one leaves it. */
export function Count({ id, label, value, disabled, most = 100_000, suffix, change }: CountProps) {
  const [typed, setTyped] = useState<number | null>();
  const leave = () => {
    if (typed !== undefined && typed !== value) {
      change(typed);
    }
    setTyped(undefined);
  };
  return (
    <InputNumber
      id={id}
      className={styles.count}
      aria-label={label}
      min={0}
      max={most}
      precision={0}
      suffix={suffix}
      value={typed === undefined ? value : typed}
      disabled={disabled}
      onChange={setTyped}
      onBlur={leave}
      onPressEnter={leave}
    />
  );
}
