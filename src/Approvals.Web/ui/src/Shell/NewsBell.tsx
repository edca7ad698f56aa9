import { BellOutlined } from '@ant-design/icons';
import { Badge } from 'antd';
import { Link } from 'react-router';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { useLiveNews } from './useLiveNews';
import styles from './Header.module.css';

/** The way to the news, with how many are unread. */
export function NewsBell() {
  const { t } = useTexts('shell');
  const { user, unread } = useSession();
  useLiveNews(user !== null && !user.needsTwoFactor ? user.id : undefined);
  if (user === null || user.needsTwoFactor) {
    return null;
  }
  return (
    <Link className={styles.tool} to="/news" aria-label={t('newsCount', { count: unread })}>
      <Badge count={unread} size="small" overflowCount={99} offset={[-4, 0]}>
        <BellOutlined aria-hidden="true" style={{ color: '#fff', fontSize: 16 }} />
      </Badge>
    </Link>
  );
}
