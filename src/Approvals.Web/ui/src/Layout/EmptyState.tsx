import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Says what is so, and what to do next. */
export function EmptyState({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <p className="muted">{children}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
