import { Link } from 'react-router';
import type { FigureDto, FigureMeasure } from '../api/contract';
import type { FigureFilters } from '../api/figures';
import { useTexts } from '../i18n/useTexts';
import styles from './Dashboard.module.css';
import { casesOf } from './places';

const shown: readonly FigureMeasure[] = ['submitted', 'finished', 'granted', 'refused', 'late', 'running', 'overdue'];

/** The whole in seven numbers, each with its cases behind it. */
export function Numbers({ figure, filters }: { figure: FigureDto; filters: FigureFilters }) {
  const { t } = useTexts('dashboard');
  return (
    <ul className={styles.numbers} aria-label={t('total')}>
      {shown.map((measure) => (
        <li key={measure} className={grave(measure, figure[measure]) ? styles.grave : undefined}>
          <Link to={casesOf(filters, measure)}>
            <strong>{figure[measure].toLocaleString('en')}</strong>
            <span>{t(`measure.${measure}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What is late stands out, with its words. */
export function grave(measure: FigureMeasure, count: number): boolean {
  return count > 0 && (measure === 'late' || measure === 'overdue');
}
