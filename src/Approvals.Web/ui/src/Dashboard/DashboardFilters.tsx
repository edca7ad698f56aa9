import { Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import type { DashboardDto } from '../api/contract';
import type { FigureFilters } from '../api/figures';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import styles from './Dashboard.module.css';

interface Props {
  filters: FigureFilters;
  /** What was answered; nothing while it loads, or where it was refused. */
  found: DashboardDto | undefined;
  show: (change: FigureFilters) => void;
}

const spans = [7, 30, 90] as const;
const most = 92;

/** The days, and the way back from a region or a service to all of them. */
export function DashboardFilters({ filters, found, show }: Props) {
  const { t } = useTexts('dashboard');
  const { today } = useSession();
  const last = dayjs(today);
  const { from = filters.from, to = filters.to } = found ?? {};
  const span = from && to === today ? dayjs(to).diff(dayjs(from), 'day') + 1 : 0;
  const service = found?.services.find((one) => one.code === filters.service);
  return (
    <div className={styles.filters}>
      <Segmented
        value={spans.find((one) => one === span) ?? 0}
        options={spans.map((days) => ({ value: days, label: t('lastDays', { count: days }) }))}
        onChange={(days) => show({ from: last.subtract(days - 1, 'day').format('YYYY-MM-DD'), to: today })}
      />
      <DatePicker.RangePicker
        aria-label={t('days')}
        allowClear={false}
        value={from && to ? [dayjs(from), dayjs(to)] : null}
        maxDate={last}
        disabledDate={(day, { from: first }) => first !== undefined && Math.abs(day.diff(first, 'day')) >= most}
        onChange={(range) => {
          if (range?.[0] && range[1]) {
            show({ from: range[0].format('YYYY-MM-DD'), to: range[1].format('YYYY-MM-DD') });
          }
        }}
      />
      <nav aria-label={t('around')} className={styles.around}>
        {(found?.around ?? []).map((one, index) => (
          <span key={one.value}>
            {index > 0 && ' / '}
            {index === (found?.around.length ?? 0) - 1 ? (
              <strong>{one.label}</strong>
            ) : (
              <Button type="link" size="small" onClick={() => show({ region: one.value })}>
                {one.label}
              </Button>
            )}
          </span>
        ))}
        {found === undefined && filters.region && (
          <Button size="small" onClick={() => show({ region: undefined })}>
            {t('ownRegion')}
          </Button>
        )}
        {filters.service && (
          <Button size="small" onClick={() => show({ service: undefined })}>
            {t('allServices', { name: service?.name ?? filters.service })}
          </Button>
        )}
      </nav>
    </div>
  );
}
