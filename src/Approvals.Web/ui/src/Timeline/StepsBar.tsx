import { useTexts } from '../i18n/useTexts';
import type { CaseSummaryDto } from '../api/contract';
import styles from './StepsBar.module.css';

/** The steps of a case as a divided bar; a narrow screen names only the current one. */
export function StepsBar({ steps }: { steps: CaseSummaryDto['steps'] }) {
  const { t } = useTexts('cases');
  const shown = steps.filter((step) => step.status !== 'skipped');
  const current = shown.findIndex((step) => step.status === 'current');
  return (
    <>
      <ol className={styles.bar}>
        {shown.map((step, index) => (
          <li
            key={`${step.activity} ${index}`}
            className={styles[step.status]}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className={styles.name}>{step.name}</span>
            <span className="visually-hidden">{t(`status.${step.status}`)}</span>
          </li>
        ))}
      </ol>
      {current >= 0 && (
        <p className={styles.short}>
          <strong>{shown[current]?.name}</strong> {t('stepOf', { index: current + 1, total: shown.length })}
        </p>
      )}
    </>
  );
}
