import type { UpkeepFiguresDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import styles from './Operations.module.css';

/** The figures of now and today. */
export function FigureCards({ figures }: { figures: UpkeepFiguresDto }) {
  const { t } = useTexts('operations');
  const cards = [
    {
      name: t('figure.ready'),
      value: count(figures.ready),
      unit: t('figure.rows'),
      below: figures.oldestReadyAt
        ? t('figure.oldest', { at: shortInstant(figures.oldestReadyAt) })
        : t('figure.nothing'),
    },
    {
      name: t('figure.steps'),
      value: count(figures.stepsAMinute),
      unit: t('figure.aMinute'),
      below: t('figure.lastMinute'),
    },
    {
      name: t('figure.answer'),
      value: figures.stepMilliseconds === null ? '—' : count(figures.stepMilliseconds),
      unit: t('figure.milliseconds'),
      below: t('figure.answerText'),
      tone: (figures.stepMilliseconds ?? 0) > 300 ? styles.warn : undefined,
    },
    {
      name: t('figure.broken'),
      value: count(figures.brokenToday),
      unit: t('figure.times'),
      below: t('figure.givenUp', { count: figures.givenUp }),
      tone: figures.brokenToday + figures.givenUp > 0 ? styles.grave : undefined,
    },
    {
      name: t('figure.incidents'),
      value: count(figures.incidents),
      unit: t('figure.cases'),
      below: t('figure.incidentsText'),
      tone: figures.incidents > 0 ? styles.warn : undefined,
    },
  ];
  return (
    <ul className={styles.cards}>
      {cards.map(({ name, value, unit, below, tone }) => (
        <li key={name} className={tone}>
          <p>{name}</p>
          <p>
            <strong>{value}</strong> {unit}
          </p>
          <p className="small">{below}</p>
        </li>
      ))}
    </ul>
  );
}

/** 12,480 */
export function count(value: number): string {
  return new Intl.NumberFormat('en-GB').format(value);
}
