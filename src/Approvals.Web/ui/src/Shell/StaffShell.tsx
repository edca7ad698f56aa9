import { MenuOutlined } from '@ant-design/icons';
import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import { Link, Outlet } from 'react-router';
import { startOf, useSession } from '../App/useSession';
import { isoDay, weekday } from '../i18n/dates';
import { AccountMenu } from './AccountMenu';
import { NewsBell } from './NewsBell';
import { HeaderSearch } from './HeaderSearch';
import header from './Header.module.css';
import { LanguageSwitch } from './LanguageSwitch';
import { Sidebar } from './Sidebar';
import { SkipLink } from './SkipLink';
import styles from './StaffShell.module.css';

/** The frame of staff: header 48 high, sidebar 160 wide (a drawer on narrow screens, and where a page needs the width). */
export function StaffShell({ children, wide }: { children?: ReactNode; wide?: boolean }) {
  const { t } = useTexts('shell');
  const session = useSession();
  const [menu, setMenu] = useState(false);
  return (
    <div className={styles.frame}>
      <SkipLink />
      <header className={`${header.header} ${styles.header}`}>
        <div className={`${header.inner} ${header.staff}`}>
          <button
            type="button"
            className={`${header.tool} ${wide ? '' : header.menuButton}`}
            aria-label={t('openMenu')}
            onClick={() => setMenu(true)}
          >
            <MenuOutlined aria-hidden="true" />
          </button>
          <Link to={startOf(session)} className={header.brand}>
            {session.product.name}
            <span>{t('staffSide')}</span>
          </Link>
          {session.areas.includes('work') && <HeaderSearch />}
          <div className={header.tools}>
            <span className={header.day}>
              {isoDay(session.today)} {weekday(session.today)} · {t(session.todayIsWorkday ? 'workday' : 'restDay')}
            </span>
            <LanguageSwitch />
            <NewsBell />
            <AccountMenu />
          </div>
        </div>
      </header>
      <div className={styles.body}>
        {!wide && (
          <aside className={styles.side}>
            <Sidebar />
          </aside>
        )}
        <main id="main" tabIndex={-1} className={styles.main}>
          {children ?? <Outlet />}
        </main>
      </div>
      <Drawer open={menu} onClose={() => setMenu(false)} placement="left" size={240} title={session.product.name}>
        <Sidebar onNavigate={() => setMenu(false)} />
      </Drawer>
    </div>
  );
}
