import { DownOutlined, UserOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useTexts } from '../i18n/useTexts';
import { Link, useNavigate } from 'react-router';
import type { SessionDto } from '../api/contract';
import { useSession, useSignOut } from '../App/useSession';
import { useClock } from '../Demonstration/useClock';
import styles from './Header.module.css';

export function AccountMenu() {
  const { t } = useTexts('shell');
  const session = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const moveClock = useClock();
  if (session.user === null) {
    return (
      <Link className={styles.tool} to="/sign-in">
        {t('signIn')}
      </Link>
    );
  }
  const items = [
    ...areasOf(session).map((key) => ({ key, label: t(`area.${key}`) })),
    ...(session.areas.includes('applicant')
      ? [
          { key: 'family' as const, label: t('family') },
          { key: 'bookings' as const, label: t('bookings') },
        ]
      : []),
    { key: 'me' as const, label: t('me') },
    ...(session.areas.includes('applicant')
      ? [
          { key: 'employers' as const, label: t('employers') },
          { key: 'representations' as const, label: t('representations') },
        ]
      : []),
    ...(session.user.kind === 'staff' && session.areas.includes('work')
      ? [{ key: 'substitutes' as const, label: t('substitutes') }]
      : []),
    { key: 'programs' as const, label: t('programs') },
    { key: 'two-factor' as const, label: t('twoFactor') },
    ...(session.development
      ? steps.map((days) => ({ key: `clock-${days}`, label: t('demonstration.forward', { count: days }) }))
      : []),
    { type: 'divider' as const },
    { key: 'sign-out' as const, label: t('signOut') },
  ];
  const go = (key: string) => {
    if (key === 'sign-out') {
      void signOut();
    } else if (key.startsWith('clock-')) {
      void moveClock(Number(key.slice('clock-'.length)));
    } else {
      void navigate(places[key] ?? '/');
    }
  };
  const role = session.user.kind === 'staff' ? session.user.roles[0]?.roleName : undefined;
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => go(key) }}>
      <button type="button" className={styles.tool} aria-haspopup="menu">
        <UserOutlined aria-hidden="true" />
        <span className={styles.userName}>
          {session.user.name}
          {role && <span className={styles.role}> · {role}</span>}
        </span>
        <DownOutlined className={styles.caret} aria-hidden="true" />
      </button>
    </Dropdown>
  );
}

const places: Record<string, string> = {
  applicant: '/',
  work: '/work/inbox',
  admin: '/admin/people',
  family: '/family',
  bookings: '/bookings',
  me: '/me',
  employers: '/employers',
  representations: '/representations',
  substitutes: '/work/substitutes',
  programs: '/programs',
  'two-factor': '/two-factor',
};

/** How many days the demonstration's clock is moved forward. */
const steps = [1, 7];

/** The areas to change to; nobody needs a switch with one entry. */
function areasOf(session: SessionDto): ('applicant' | 'work' | 'admin')[] {
  const areas = (['applicant', 'work', 'admin'] as const).filter((area) => session.areas.includes(area));
  return areas.length > 1 ? areas : [];
}
