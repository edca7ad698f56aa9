import { Button, DatePicker, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { ScenarioAct } from '../../api/rehearsals';
import { shortInstant } from '../../i18n/dates';
import { useTexts } from '../../i18n/useTexts';
import styles from './Test.module.css';

type Unit = 'workingDays' | 'days' | 'hours';
const units: readonly Unit[] = ['workingDays', 'days', 'hours'];

interface Props {
  now: string;
  busy: boolean;
  readOnly: boolean;
  add: (act: ScenarioAct) => void;
}

/** The clock of a rehearsal: time passes only when it is told to. */
export function ClockBar({ now, busy, readOnly, add }: Props) {
  const { t } = useTexts('rehearsal');
  const [count, setCount] = useState<number | null>(1);
  const [unit, setUnit] = useState<Unit>('workingDays');
  return (
    <div className={styles.clock} role="group" aria-label={t('clock')}>
      <strong>{t('now', { at: shortInstant(now) })}</strong>
      {busy && <span role="status">{t('playing')}</span>}
      {!readOnly && (
        <>
          <span className={styles.spring} />
          <InputNumber aria-label={t('advanceBy')} min={1} max={10_000} value={count} onChange={setCount} />
          <Select<Unit>
            aria-label={t('unit')}
            value={unit}
            options={units.map((one) => ({ value: one, label: t(`units.${one}`) }))}
            onChange={setUnit}
          />
          <Button disabled={count === null} onClick={() => add({ advance: { [unit]: count ?? 1 } })}>
            {t('advance')}
          </Button>
          <DatePicker
            aria-label={t('advanceTo')}
            placeholder={t('advanceTo')}
            minDate={dayjs(now)}
            onChange={(day) => day && add({ advance: { to: `${day.format('YYYY-MM-DD')}T09:00:00+08:00` } })}
          />
        </>
      )}
    </div>
  );
}
