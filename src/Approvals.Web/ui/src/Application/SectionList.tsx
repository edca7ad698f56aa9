import { CheckOutlined } from '@ant-design/icons';
import { useTexts } from '../i18n/useTexts';
import type { FormStateDto, SectionDto, SectionStatus } from '../api/contract';
import { checkKey } from './ApplicationView';
import styles from './Application.module.css';

export interface SectionListProps {
  sections: SectionDto[];
  states: FormStateDto['sections'];
  current: string;
  open: (key: string) => void;
}

/** The task list: done, wrong, or a number; the last entry checks and submits. */
export function SectionList({ sections, states, current, open }: SectionListProps) {
  const { t } = useTexts('application');
  return (
    <nav className={styles.sections} aria-label={t('sections')}>
      <ol>
        {sections.map((section, index) => {
          const state = states.find((entry) => entry.key === section.key);
          const status = state?.status ?? 'empty';
          return (
            <li key={section.key}>
              <button
                type="button"
                aria-current={section.key === current ? 'step' : undefined}
                onClick={() => open(section.key)}
              >
                <Mark status={status} number={index + 1} />
                <span>{section.label}</span>
                <small className={status === 'error' ? styles.wrongText : undefined}>
                  {status === 'error' ? t('toCorrect', { count: state?.errors ?? 0 }) : t(`section.${status}`)}
                </small>
              </button>
            </li>
          );
        })}
        <li>
          <button type="button" aria-current={current === checkKey ? 'step' : undefined} onClick={() => open(checkKey)}>
            <Mark status="empty" number={sections.length + 1} />
            <span>{t('check.title')}</span>
            <small>{t('check.short')}</small>
          </button>
        </li>
      </ol>
    </nav>
  );
}

const marks: Record<SectionStatus, string | undefined> = {
  empty: undefined,
  partial: styles.started,
  complete: styles.complete,
  error: styles.error,
};

function Mark({ status, number }: { status: SectionStatus; number: number }) {
  return (
    <span className={`${styles.mark} ${marks[status] ?? ''}`} aria-hidden="true">
      {status === 'complete' ? <CheckOutlined /> : status === 'error' ? '!' : number}
    </span>
  );
}
