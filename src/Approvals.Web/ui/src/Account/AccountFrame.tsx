import type { ReactNode } from 'react';
import { useDocumentTitle } from '../Layout/PageTitle';
import styles from './Account.module.css';

/** A narrow column with one task. */
export function AccountFrame({ title, children, below }: { title: string; children: ReactNode; below?: ReactNode }) {
  useDocumentTitle(title);
  return (
    <div className={styles.frame}>
      <div className={styles.box}>
        <h1>{title}</h1>
        {children}
      </div>
      {below}
    </div>
  );
}
