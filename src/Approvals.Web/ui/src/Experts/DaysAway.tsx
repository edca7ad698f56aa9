import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import styles from './Experts.module.css';

type Days = Record<'from' | 'to', string>;
const iso = 'YYYY-MM-DD';

/** The days on which an expert is not drawn. */
export function DaysAway({ days, change }: { days: Days[]; change: (days: Days[]) => void }) {
  const { t } = useTexts('experts');
  const field = useId();
  const [next, setNext] = useState<Days>();
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
          value={next ? [dayjs(next.from), dayjs(next.to)] : null}
          onChange={(range) =>
            setNext(range?.[0] && range[1] ? { from: range[0].format(iso), to: range[1].format(iso) } : undefined)
          }
        />
        <Button
          icon={<PlusOutlined />}
          disabled={next === undefined}
          onClick={() => {
            if (next !== undefined) {
              change([...days, next].sort((a, b) => a.from.localeCompare(b.from)));
              setNext(undefined);
            }
          }}
        >
          {t('form.addDays')}
        </Button>
      </div>
    </fieldset>
  );
}
