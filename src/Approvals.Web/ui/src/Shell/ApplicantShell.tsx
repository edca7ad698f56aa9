import { useTexts } from '../i18n/useTexts';
import { ConfigProvider } from 'antd';
import { Link, Outlet } from 'react-router';
import { startOf, useSession } from '../App/useSession';
import { useNarrow } from '../Layout/useNarrow';
import { AccountMenu } from './AccountMenu';
import { NewsBell } from './NewsBell';
import { BottomTabs } from './BottomTabs';
import { Footer } from './Footer';
import header from './Header.module.css';
import { LanguageSwitch } from './LanguageSwitch';
import styles from './ApplicantShell.module.css';
import { SectionLink } from './SectionLink';
import { SkipLink } from './SkipLink';

/** The frame of applicants and of the public pages: header 60 high, content 1200 wide, tabs at the bottom of a phone. */
export function ApplicantShell() {
  const { t } = useTexts('shell');
  const session = useSession();
  const narrow = useNarrow();
  const applicant = session.areas.includes('applicant') && session.user !== null;
  return (
    <div className={applicant ? styles.withTabs : styles.frame}>
      <SkipLink />
      <header className={header.header}>
        <div className={header.inner}>
          <Link to={startOf(session)} className={header.brand}>
            {session.product.name}
            <span>{session.product.regionName}</span>
          </Link>
          <nav className={header.nav} aria-label={t('mainNavigation')}>
            {applicant && (
              <>
                <SectionLink to="/">{t('nav.home')}</SectionLink>
                <SectionLink to="/services">{t('nav.services')}</SectionLink>
                <SectionLink to="/cases">{t('nav.cases')}</SectionLink>
                <SectionLink to="/cards">{t('nav.cards')}</SectionLink>
                <SectionLink to="/presence">{t('nav.presence')}</SectionLink>
              </>
            )}
            <SectionLink to="/notices">{t('nav.notices')}</SectionLink>
          </nav>
          <div className={header.tools}>
            <LanguageSwitch />
            <NewsBell />
            <AccountMenu />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <ConfigProvider componentSize={narrow ? 'large' : 'middle'}>
          <Outlet />
        </ConfigProvider>
      </main>
      <Footer />
      {applicant && <BottomTabs />}
    </div>
  );
}
