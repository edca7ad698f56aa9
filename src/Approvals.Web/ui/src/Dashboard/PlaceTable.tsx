import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DashboardDto, FigureMeasure } from '../api/contract';
import type { FigureFilters } from '../api/figures';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import styles from './Dashboard.module.css';
import { grave } from './Numbers';
import { casesOf, keptShare } from './places';
import { type Order, SortedHead } from './SortedHead';

interface Props {
  rows: DashboardDto['regions'];
  filters: FigureFilters;
  /** What a row narrows the figures to. */
  narrow: 'region' | 'service';
  choose: (code: string) => void;
  chosen: string | undefined;
}

const shown: readonly FigureMeasure[] = ['submitted', 'finished', 'late', 'running', 'overdue'];

/** Regions or services: the name narrows the page to it, a number shows its cases. */
export function PlaceTable({ rows, filters, narrow, choose, chosen }: Props) {
  const { t } = useTexts('dashboard');
  const [order, setOrder] = useState<Order<FigureMeasure>>({ by: 'running', down: true });
  const sorted = [...rows].sort((a, b) => (a.figure[order.by] - b.figure[order.by]) * (order.down ? -1 : 1));
  if (rows.length === 0) {
    return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>;
  }
  return (
    <div
      className={styles.scroll}
      tabIndex={0}
      role="region"
      aria-label={t(narrow === 'region' ? 'regions' : 'services')}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(`column.${narrow}`)}</th>
            {shown.map((measure) => (
              <SortedHead key={measure} name={t(`measure.${measure}`)} by={measure} order={order} set={setOrder} />
            ))}
            <th scope="col">{t('kept')}</th>
            <th scope="col">{t('step.averageDays')}</th>
            <th scope="col">{t('step.lateDays')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                {row.code === chosen ? (
                  row.name
                ) : (
                  <Button type="link" size="small" onClick={() => choose(row.code)}>
                    {row.name}
                  </Button>
                )}
              </th>
              {shown.map((measure) => (
                <td key={measure} className={grave(measure, row.figure[measure]) ? styles.late : undefined}>
                  <Link to={casesOf(filters, measure, { [narrow]: row.code })}>
                    {row.figure[measure].toLocaleString('en')}
                  </Link>
                </td>
              ))}
              <td>{keptShare(row.figure)}</td>
              <td>{row.figure.averageDays ?? '—'}</td>
              <td>{row.figure.lateDays ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
