import type { DrawDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';
import styles from './Draw.module.css';

/** Who may be drawn now, then who not, each with every reason. */
export function PoolList({ pool }: { pool: DrawDto['pool'] }) {
  const { t } = useTexts('draw');
  const free = pool.filter(({ reasons }) => reasons.length === 0);
  const others = pool.filter(({ reasons }) => reasons.length > 0);
  return (
    <>
      <h3 className={styles.group}>{t('mayBeDrawn', { count: free.length })}</h3>
      {free.length === 0 && <p className={styles.person}>{t('poolEmpty')}</p>}
      <ul>
        {free.map((one) => (
          <li key={one.user} className={styles.person}>
            <span>
              {one.name} <span className="muted small">{one.employer}</span>
            </span>
          </li>
        ))}
      </ul>
      {others.length > 0 && <h3 className={styles.group}>{t('mayNot', { count: others.length })}</h3>}
      <ul>
        {others.map((one) => (
          <li key={one.user} className={styles.person}>
            <span>
              {one.name} <span className="muted small">{one.employer}</span>
            </span>
            <span className={styles.reasons}>
              {one.reasons.map((reason) => (
                <Tag key={reason} tone="warn">
                  {reason}
                </Tag>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
