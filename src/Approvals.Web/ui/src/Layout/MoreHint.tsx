import { useTexts } from '../i18n/useTexts';
import styles from './MoreHint.module.css';

/** Under a list that was cut: that there is more, and how to find it. */
export function MoreHint({ children }: { children?: string }) {
  const { t } = useTexts('common');
  return (
    <p className={styles.hint} role="note">
      {children ?? t('narrow')}
    </p>
  );
}
