import { type ReactNode, useEffect } from 'react';
import styles from './Panel.module.css';

interface Props {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  dense?: boolean;
  /** The content comes to the border: lists and tables. */
  flush?: boolean;
  id?: string;
  className?: string;
}

/** A white box with a hairline border; the only container of the product. */
export function Panel({ title, extra, children, dense, flush, id, className }: Props) {
  useArrival(id);
  return (
    <section
      id={id}
      className={[styles.panel, dense ? styles.dense : '', className ?? ''].join(' ')}
      aria-labelledby={title && id ? `${id}-title` : undefined}
    >
      {title !== undefined && (
        <header className={styles.head}>
          <h2 id={id && `${id}-title`}>{title}</h2>
          {extra !== undefined && <div className={styles.extra}>{extra}</div>}
        </header>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}

/** Who was led to a panel by the address is brought to it also when it comes later than the page. */
function useArrival(id: string | undefined): void {
  useEffect(() => {
    if (id !== undefined && window.location.hash === `#${id}`) {
      document.getElementById(id)?.scrollIntoView();
    }
  }, [id]);
}
