import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import styles from './Experts.module.css';

export type Days = Record<'from' | 'to', string>;
interface Props {
  days: Days[];
  change: (days: Days[]) => void;
  /** What is picked and not added yet. */
  picked: Days | undefined;
  pick: (picked: Days | undefined) => void;
  /** New ones begin today at the earliest. */
  fromToday?: boolean;
}
const iso = 'YYYY-MM-DD';

/** The days with those that are picked and not added yet, first to last. */
export function withPicked(days: Days[], picked: Days | undefined): Days[] {
  return picked === undefined ? days : [...days, picked].sort((a, b) => a.from.localeCompare(b.from));
}

/** The days on which an expert is not drawn. */
export function DaysAway({ days, change, picked, pick, fromToday }: Props) {
  const { t } = useTexts('experts');
  const field = useId();
  const { today } = useSession();
  return (
    <fieldset className={styles.lines}>
      <legend>{t('form.days')}</legend>
      {days.map((one) => (
        <p key={one.from + one.to} className={styles.line}>
          <span>{t('awayFrom', one)}</span>
          <Button
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('form.removeDays', one)}
            onClick={() => change(days.filter((other) => other !== one))}
          />
        </p>
      ))}
      <div className={styles.line}>
        <DatePicker.RangePicker
          id={{ start: field }}
          aria-label={t('form.days')}
          minDate={fromToday ? dayjs(today) : undefined}
          value={picked ? [dayjs(picked.from), dayjs(picked.to)] : null}
          onChange={(range) =>
            pick(range?.[0] && range[1] ? { from: range[0].format(iso), to: range[1].format(iso) } : undefined)
          }
        />
        <Button
          icon={<PlusOutlined />}
          disabled={picked === undefined}
          onClick={() => {
            change(withPicked(days, picked));
            pick(undefined);
          }}
        >
          {t('form.addDays')}
        </Button>
      </div>
    </fieldset>
  );
}
