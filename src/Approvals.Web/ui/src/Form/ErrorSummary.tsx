import { ExclamationCircleFilled } from '@ant-design/icons';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useTexts } from '../i18n/useTexts';
import styles from './ErrorSummary.module.css';
import { fieldId } from './paths';

export interface SummaryError {
  path: string;
  label: string;
  message: string;
}

interface Props {
  title: string;
  errors: SummaryError[];
  /** What stands above the list; by default, that nothing entered is lost. */
  hint?: string;
  /** Brings the field onto the page first, when it stands in another section. */
  open?: (path: string) => void;
}

/** All errors at the top of the page, in its order, each a link to its field. */
export function ErrorSummary({ title, errors, hint, open }: Props) {
  const { t } = useTexts('application');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  const follow = (event: MouseEvent, path: string) => {
    event.preventDefault();
    open?.(path);
    requestAnimationFrame(() => focusField(path));
  };
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2>
        <ExclamationCircleFilled aria-hidden="true" /> {title}
      </h2>
      <p>{hint ?? t('summaryHint')}</p>
      <ul>
        {errors.map((error) => (
          <li key={error.path}>
            <a href={`#${fieldId(error.path)}`} onClick={(event) => follow(event, error.path)}>
              {error.label === '' ? error.message : t('labelled', { label: error.label, message: error.message })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Moves the keyboard to a field: its control, or the group around its controls. */
export function focusField(path: string): void {
  const target = document.getElementById(fieldId(path));
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
