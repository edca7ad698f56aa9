import { useState } from 'react';
import { Link } from 'react-router';
import type { FigureMeasure, StepFigureDto } from '../api/contract';
import type { FigureFilters } from '../api/figures';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import styles from './Dashboard.module.css';
import { grave } from './Numbers';
import { casesOf, keptShare } from './places';
import { type Order, SortedHead } from './SortedHead';

type Column = 'done' | 'averageDays' | 'late' | 'lateDays' | 'open' | 'overdue';

const columns: readonly Column[] = ['done', 'averageDays', 'late', 'lateDays', 'open', 'overdue'];
const measures: Record<Exclude<Column, 'averageDays' | 'lateDays'>, FigureMeasure> = {
  done: 'finished',
  late: 'late',
  open: 'running',
  overdue: 'overdue',
};

/** How long each step takes, and what waits in it; the bar compares the times. */
export function StepTable({ steps, filters }: { steps: StepFigureDto[]; filters: FigureFilters }) {
  const { t } = useTexts('dashboard');
  const [order, setOrder] = useState<Order<Column>>({ by: 'averageDays', down: true });
  const sorted = [...steps].sort((a, b) => ((a[order.by] ?? -1) - (b[order.by] ?? -1)) * (order.down ? -1 : 1));
  const longest = Math.max(1, ...steps.map((step) => step.averageDays ?? 0));
  if (steps.length === 0) {
    return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>;
  }
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('steps')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.step')}</th>
            <th scope="col">{t('column.service')}</th>
            {columns.map((column) => (
              <SortedHead key={column} name={t(`step.${column}`)} by={column} order={order} set={setOrder} />
            ))}
            <th scope="col">{t('kept')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((step) => (
            <tr key={`${step.service} ${step.activity}`}>
              <th scope="row">{step.name}</th>
              <td className={styles.text}>{step.serviceName}</td>
              {columns.map((column) =>
                column === 'averageDays' ? (
                  <td key={column} className={styles.time}>
                    {step.averageDays ?? '—'}
                    <i style={{ width: `${((step.averageDays ?? 0) / longest) * 100}%` }} aria-hidden="true" />
                  </td>
                ) : column === 'lateDays' ? (
                  <td key={column}>{step.lateDays ?? 0}</td>
                ) : (
                  <td key={column} className={grave(measures[column], step[column]) ? styles.late : undefined}>
                    <Link to={casesOf(filters, measures[column], { service: step.service, activity: step.activity })}>
                      {step[column].toLocaleString('en')}
                    </Link>
                  </td>
                ),
              )}
              <td>{keptShare(step)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
