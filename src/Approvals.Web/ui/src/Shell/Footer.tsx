import { useTexts } from '../i18n/useTexts';
import { Link } from 'react-router';
import { useSession } from '../App/useSession';
import styles from './Footer.module.css';

export function Footer() {
  const { t } = useTexts('shell');
  const { product } = useSession();
  return (
    <footer className={styles.footer}>
      <span>
        {product.regionName} · {product.name}
      </span>
      <Link to="/notices">{t('nav.notices')}</Link>
    </footer>
  );
}
