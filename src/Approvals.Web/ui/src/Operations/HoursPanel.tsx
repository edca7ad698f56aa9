import type { HourDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { count } from './FigureCards';
import styles from './Operations.module.css';

const height = 120;
const named = 3;

/** The runs of today by hour over what is usual; the table beneath the picture says the same to those who do not see it. */
export function HoursPanel({ hours }: { hours: readonly HourDto[] }) {
  const { t } = useTexts('operations');
  const most = Math.max(1, ...hours.map(({ done, broken, usual }) => Math.max(done + broken, usual)));
  const bar = (value: number) => (value / most) * height;
  return (
    <Panel id="hours" title={t('hours.title')}>
      <figure className={styles.hours}>
        <div className={styles.bars} aria-hidden="true">
          {hours.map((hour) => (
            <span key={hour.hour} title={t('hours.of', { ...hour, items: count(hour.items) })}>
              <i className={styles.usual} style={{ height: bar(hour.usual) }} />
              <i className={styles.done} style={{ height: bar(hour.done) }} />
              <i className={styles.bad} style={{ height: bar(hour.broken), bottom: bar(hour.done) }} />
            </span>
          ))}
        </div>
        <p className={styles.axis} aria-hidden="true">
          {hours.map(({ hour }) => (
            <span key={hour}>{hour % named === 0 && t('hours.hour', { hour })}</span>
          ))}
        </p>
        <figcaption aria-hidden="true">
          <i className={styles.done} /> {t('hours.done')}
          <i className={styles.bad} /> {t('hours.broken')}
          <i className={styles.usual} /> {t('hours.usual')}
          <span className="muted">{t('hours.most', { count: most })}</span>
        </figcaption>
        <HoursTable hours={hours} />
      </figure>
    </Panel>
  );
}

function HoursTable({ hours }: { hours: readonly HourDto[] }) {
  const { t } = useTexts('operations');
  return (
    <table className="visually-hidden">
      <caption>{t('hours.title')}</caption>
      <thead>
        <tr>
          {(['at', 'done', 'broken', 'usual', 'items'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`hours.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((hour) => (
          <tr key={hour.hour}>
            <th scope="row">{t('hours.hour', { hour: hour.hour })}</th>
            <td>{hour.done}</td>
            <td>{hour.broken}</td>
            <td>{hour.usual}</td>
            <td>{count(hour.items)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
