import { FileTextOutlined, HomeOutlined, IdcardOutlined, ProfileOutlined, UserOutlined } from '@ant-design/icons';
import { useTexts } from '../i18n/useTexts';
import styles from './BottomTabs.module.css';
import { SectionLink } from './SectionLink';

const tabs = [
  { to: '/', key: 'home', Icon: HomeOutlined },
  { to: '/services', key: 'services', Icon: ProfileOutlined },
  { to: '/cases', key: 'casesShort', Icon: FileTextOutlined },
  { to: '/cards', key: 'cardsShort', Icon: IdcardOutlined },
  { to: '/me', key: 'meShort', Icon: UserOutlined },
] as const;

export function BottomTabs() {
  const { t } = useTexts('shell');
  return (
    <nav className={styles.tabs} aria-label={t('bottomNavigation')}>
      {tabs.map(({ to, key, Icon }) => (
        <SectionLink key={to} to={to}>
          <Icon className={styles.icon} aria-hidden="true" />
          {t(`nav.${key}`)}
        </SectionLink>
      ))}
    </nav>
  );
}
