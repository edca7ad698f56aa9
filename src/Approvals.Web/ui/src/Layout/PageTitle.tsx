import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import styles from './PageTitle.module.css';

interface Props {
  title: string;
  crumbs?: { to: string; text: string }[];
  extra?: ReactNode;
  below?: ReactNode;
}

export function PageTitle({ title, crumbs, extra, below }: Props) {
  useDocumentTitle(title);
  return (
    <div className={styles.bar}>
      <div className={styles.main}>
        {crumbs !== undefined && (
          <nav className={styles.crumbs} aria-label="breadcrumb">
            {crumbs.map((crumb, index) => (
              <span key={crumb.to}>
                {index > 0 && ' / '}
                <Link to={crumb.to}>{crumb.text}</Link>
              </span>
            ))}
          </nav>
        )}
        <h1>{title}</h1>
        {below && <div className={styles.below}>{below}</div>}
      </div>
      {extra && <div className={styles.extra}>{extra}</div>}
    </div>
  );
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
