import {
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  BellOutlined,
  EnvironmentOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  DashboardOutlined,
  FileSearchOutlined,
  FormOutlined,
  HomeOutlined,
  InboxOutlined,
  MailOutlined,
  NotificationOutlined,
  SafetyOutlined,
  ScheduleOutlined,
  OrderedListOutlined,
  ProfileOutlined,
  SmileOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  UsergroupAddOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { useTexts } from '../i18n/useTexts';
import { NavLink } from 'react-router';
import { useSession } from '../App/useSession';
import styles from './Sidebar.module.css';

const work = [
  { to: '/work/inbox', key: 'inbox', Icon: InboxOutlined },
  { to: '/work/cases', key: 'search', Icon: FileSearchOutlined },
  { to: '/notices', key: 'notices', Icon: NotificationOutlined },
] as const;
const office = [
  { to: '/work/counter', key: 'counter', area: 'counter', Icon: FormOutlined },
  { to: '/work/employers', key: 'employerDesk', area: 'employers', Icon: BankOutlined },
] as const;
const presence = [{ to: '/work/presence', key: 'presence', Icon: CarryOutOutlined }] as const;
const meetings = [{ to: '/work/meeting', key: 'meeting', Icon: ScheduleOutlined }] as const;
const lead = [
  { to: '/work/dashboard', key: 'dashboard', Icon: BarChartOutlined },
  { to: '/work/team', key: 'team', Icon: UsergroupAddOutlined },
  { to: '/work/feedback', key: 'desk', Icon: SmileOutlined },
] as const;
const allotment = [
  { to: '/work/lists', key: 'lists', Icon: OrderedListOutlined },
  { to: '/work/things', key: 'things', Icon: HomeOutlined },
] as const;
const asked = [{ to: '/work/bookings', key: 'bookings', Icon: CalendarOutlined }] as const;
const panel = [{ to: '/work/away', key: 'away', Icon: CalendarOutlined }] as const;
const pool = [{ to: '/work/experts', key: 'experts', Icon: SolutionOutlined }] as const;
const personal = [{ to: '/work/substitutes', key: 'substitutes', Icon: SwapOutlined }] as const;
const admin = [
  { to: '/admin/people', key: 'people', area: 'people', Icon: TeamOutlined },
  { to: '/admin/access', key: 'access', area: 'access', Icon: SafetyOutlined },
  { to: '/admin/regions', key: 'regions', area: 'places', Icon: EnvironmentOutlined },
  { to: '/admin/organisations', key: 'organisations', area: 'places', Icon: BankOutlined },
  { to: '/admin/dictionaries', key: 'dictionaries', area: 'places', Icon: ProfileOutlined },
  { to: '/admin/calendars', key: 'calendars', area: 'calendars', Icon: CalendarOutlined },
  { to: '/admin/audit', key: 'audit', area: 'audit', Icon: AuditOutlined },
  { to: '/studio', key: 'studio', area: 'services', Icon: AppstoreOutlined },
  { to: '/admin/migrations', key: 'migrations', area: 'migrations', Icon: SwapOutlined },
  { to: '/admin/operations', key: 'operations', area: 'operations', Icon: DashboardOutlined },
  { to: '/admin/reminders', key: 'reminders', area: 'messages', Icon: BellOutlined },
  { to: '/admin/messages', key: 'messages', area: 'messages', Icon: MailOutlined },
  { to: '/admin/incidents', key: 'incidents', area: 'incidents', Icon: WarningOutlined },
  { to: '/admin/dead-letters', key: 'deadLetters', area: 'incidents', Icon: MailOutlined },
] as const;

export function Sidebar({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useTexts('shell');
  const { areas, user } = useSession();
  const inOffice = [
    ...(areas.includes('work') ? work : []),
    ...(areas.includes('bookings') ? asked : []),
    ...(areas.includes('work') ? office.filter((entry) => areas.includes(entry.area)) : []),
    ...(areas.includes('presence') ? presence : []),
    ...(areas.includes('meetings') ? meetings : []),
    ...(areas.includes('work') && areas.includes('team') ? lead : []),
    ...(areas.includes('experts') ? pool : []),
  ];
  const groups = [
    ...(inOffice.length > 0 ? [{ key: 'work' as const, entries: inOffice }] : []),
    ...(areas.includes('allotment') ? [{ key: 'allotment' as const, entries: allotment }] : []),
    ...(areas.includes('work') && user?.kind === 'staff'
      ? [{ key: 'personal' as const, entries: [...(areas.includes('panel') ? panel : []), ...personal] }]
      : []),
    ...(areas.includes('admin')
      ? [{ key: 'admin' as const, entries: admin.filter((entry) => areas.includes(entry.area)) }]
      : []),
  ];
  return (
    <nav className={styles.nav} aria-label={t('mainNavigation')}>
      {groups.map((group) => (
        <div key={group.key}>
          <p className={styles.group}>{t(`group.${group.key}`)}</p>
          <ul>
            {group.entries.map(({ to, key, Icon }) => (
              <li key={to}>
                <NavLink to={to} onClick={onNavigate}>
                  <Icon aria-hidden="true" /> {t(`nav.${key}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
