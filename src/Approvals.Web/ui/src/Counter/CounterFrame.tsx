import { Outlet } from 'react-router';
import styles from './CounterFrame.module.css';

/** The room that staff pages have around them, for pages that clerks share with applicants. */
export function CounterFrame() {
  return (
    <div className={styles.frame}>
      <Outlet />
    </div>
  );
}
