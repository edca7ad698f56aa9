import type { ReactNode } from 'react';
import styles from './Tag.module.css';

export type Tone = 'info' | 'ok' | 'warn' | 'error' | 'plain' | 'rule' | 'level' | 'top';

export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone] ?? ''}`}>{children}</span>;
}

/** The tone of a case's state. */
export function toneOfState(state: string): Tone {
  switch (state) {
    case 'Finished':
    case 'Accepted':
      return 'ok';
    case 'AwaitingCorrection':
    case 'ClockStopped':
    case 'Suspended':
      return 'warn';
    case 'Refused':
      return 'error';
    case 'Withdrawn':
    case 'Terminated':
    case 'Expired':
      return 'plain';
    default:
      return 'info';
  }
}
