import { useTexts } from '../i18n/useTexts';
import styles from './SkipLink.module.css';

/** The first stop of the keyboard on every page. */
export function SkipLink() {
  const { t } = useTexts('shell');
  return (
    <a className={styles.skip} href="#main">
      {t('skip')}
    </a>
  );
}
