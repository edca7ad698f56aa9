import { Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Waiting.module.css';

const patience = 200;

/** Panels in outline, shown only when loading takes longer than 200 ms. */
export function Waiting({ panels = 2 }: { panels?: number }) {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!late) {
    return <div className={styles.hold} aria-busy="true" />;
  }
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: panels }, (_, index) => (
        <div key={index} className={styles.panel}>
          <Skeleton paragraph={{ rows: 3 }} />
        </div>
      ))}
    </div>
  );
}
