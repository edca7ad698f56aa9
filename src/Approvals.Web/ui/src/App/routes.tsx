import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

/** One bundle a page. */
const page = (load: () => Promise<{ default: ComponentType }>) => async () => ({ Component: (await load()).default });

export const open: RouteObject[] = [
  { path: 'sign-in', lazy: page(() => import('../Account/SignInPage')) },
  { path: 'register', lazy: page(() => import('../Account/RegisterPage')) },
  { path: 'confirm', lazy: page(() => import('../Account/ConfirmPage')) },
  { path: 'forgot', lazy: page(() => import('../Account/ForgotPage')) },
  { path: 'reset', lazy: page(() => import('../Account/ResetPage')) },
  { path: 'verify/letters/:token', lazy: page(() => import('../Verify/VerifyLetterPage')) },
  { path: 'verify/:token', lazy: page(() => import('../Verify/VerifyPage')) },
];

export const notices: RouteObject[] = [
  { path: 'notices', lazy: page(() => import('../Notices/NoticesPage')) },
  { path: 'notices/:id', lazy: page(() => import('../Notices/NoticePage')) },
];

export const applicant: RouteObject[] = [
  { index: true, lazy: page(() => import('../Home/HomePage')) },
  { path: 'services', lazy: page(() => import('../Catalogue/CataloguePage')) },
  { path: 'services/:code', lazy: page(() => import('../ServiceGuide/ServiceGuidePage')) },
  { path: 'apply/:id', lazy: page(() => import('../Application/ApplicationPage')) },
  { path: 'submitted/:id', lazy: page(() => import('../Application/SubmittedPage')) },
  { path: 'cases', lazy: page(() => import('../Cases/CasesPage')) },
  { path: 'cases/:id', lazy: page(() => import('../CasePage/CasePage')) },
  { path: 'tasks/:id/correction', lazy: page(() => import('../Correction/CorrectionPage')) },
  { path: 'presence', lazy: page(() => import('../Presence/MyPresencePage')) },
  { path: 'cards', lazy: page(() => import('../Cards/CardsPage')) },
  { path: 'family', lazy: page(() => import('../Family/FamilyPage')) },
  { path: 'bookings', lazy: page(() => import('../Bookings/MyBookingsPage')) },
  { path: 'employers', lazy: page(() => import('../Employers/EmployersPage')) },
  { path: 'employers/:id', lazy: page(() => import('../Employers/EmployerPage')) },
  { path: 'representations', lazy: page(() => import('../Employers/RepresentationsPage')) },
];

export const counter: RouteObject[] = [{ path: 'work/counter', lazy: page(() => import('../Counter/CounterPage')) }];
export const filing: RouteObject[] = [
  { path: 'work/counter/apply/:id', lazy: page(() => import('../Application/ApplicationPage')) },
  { path: 'work/counter/correct/:id', lazy: page(() => import('../Correction/CorrectionPage')) },
  { path: 'work/counter/slips/:id', lazy: page(() => import('../Counter/SlipPage')) },
  { path: 'work/counter/submitted/:id', lazy: page(() => import('../Application/SubmittedPage')) },
];
export const employers: RouteObject[] = [
  { path: 'work/employers', lazy: page(() => import('../EmployerDesk/EmployerDeskPage')) },
  { path: 'work/employers/:id', lazy: page(() => import('../EmployerDesk/EmployerFilePage')) },
];

export const work: RouteObject[] = [
  { path: 'work/inbox', lazy: page(() => import('../Inbox/InboxPage')) },
  { path: 'work/tasks/:id', lazy: page(() => import('../Review/ReviewPage')) },
  { path: 'work/cases', lazy: page(() => import('../CaseSearch/CaseSearchPage')) },
  { path: 'work/cases/:id', lazy: page(() => import('../CaseSearch/WorkCasePage')) },
  { path: 'work/substitutes', lazy: page(() => import('../Substitutes/SubstitutesPage')) },
];
export const presence: RouteObject[] = [
  { path: 'work/presence', lazy: page(() => import('../Presence/PeoplePresencePage')) },
  { path: 'work/presence/:id', lazy: page(() => import('../Presence/PersonPresencePage')) },
];
export const team: RouteObject[] = [
  { path: 'work/team', lazy: page(() => import('../Team/TeamPage')) },
  { path: 'work/dashboard', lazy: page(() => import('../Dashboard/DashboardPage')) },
  { path: 'work/dashboard/cases', lazy: page(() => import('../Dashboard/FigureCasesPage')) },
  { path: 'work/feedback', lazy: page(() => import('../Feedback/DeskPage')) },
];
export const allotment: RouteObject[] = [
  { path: 'work/lists', lazy: page(() => import('../Allotment/WaitingListPage')) },
  { path: 'work/things', lazy: page(() => import('../Allotment/ThingsPage')) },
];
export const meeting: RouteObject[] = [{ path: 'work/meeting', lazy: page(() => import('../Meeting/MeetingPage')) }];
export const asked: RouteObject[] = [
  { path: 'work/bookings', lazy: page(() => import('../Bookings/AskedBookingsPage')) },
];
export const experts: RouteObject[] = [
  { path: 'work/experts', lazy: page(() => import('../Experts/ExpertsPage')) },
  { path: 'work/cases/:id/draws', lazy: page(() => import('../Draw/CaseDrawsPage')) },
];
export const panel: RouteObject[] = [{ path: 'work/away', lazy: page(() => import('../Experts/OwnDaysPage')) }];
export const people: RouteObject[] = [
  { path: 'admin/people', lazy: page(() => import('../People/PeoplePage')) },
  { path: 'admin/people/:id', lazy: page(() => import('../People/PersonPage')) },
];
export const access: RouteObject[] = [{ path: 'admin/access', lazy: page(() => import('../Access/AccessPage')) }];
export const places: RouteObject[] = [
  { path: 'admin/regions', lazy: page(() => import('../Places/RegionsPage')) },
  { path: 'admin/organisations', lazy: page(() => import('../Places/OrganisationsPage')) },
  { path: 'admin/dictionaries', lazy: page(() => import('../Dictionaries/DictionariesPage')) },
];
export const calendars: RouteObject[] = [
  { path: 'admin/calendars', lazy: page(() => import('../Calendars/CalendarsPage')) },
  { path: 'admin/calendars/revisions/:revision', lazy: page(() => import('../Calendars/MovesPage')) },
];
export const audit: RouteObject[] = [{ path: 'admin/audit', lazy: page(() => import('../Audit/AuditPage')) }];

export const services: RouteObject[] = [
  { path: 'admin/services', lazy: page(() => import('../PolicyPackages/PackagesPage')) },
  { path: 'studio', lazy: page(() => import('../PolicyPackages/PackagesPage')) },
  { path: 'studio/settings', lazy: page(() => import('../Studio/Settings/SettingsPage')) },
];
export const studio: RouteObject[] = [
  { path: 'studio/:id/:tab?', lazy: page(() => import('../Studio/Shell/StudioPage')) },
];

export const incidents: RouteObject[] = [
  { path: 'admin/incidents', lazy: page(() => import('../Incidents/IncidentsPage')) },
  { path: 'admin/dead-letters', lazy: page(() => import('../Reminders/DeadLettersPage')) },
  { path: 'admin/cases/:id/move', lazy: page(() => import('../Incidents/MovePage')) },
];
export const operations: RouteObject[] = [
  { path: 'admin/operations', lazy: page(() => import('../Operations/OperationsPage')) },
];

export const messages: RouteObject[] = [
  { path: 'admin/reminders', lazy: page(() => import('../Reminders/RemindersPage')) },
  { path: 'admin/messages', lazy: page(() => import('../Reminders/MessagesPage')) },
];
export const migrations: RouteObject[] = [
  { path: 'admin/migrations', lazy: page(() => import('../PolicyPackages/MigrationsPage')) },
];

export const own: RouteObject[] = [
  { path: 'letters/:id', lazy: page(() => import('../Letter/LetterPage')) },
  { path: 'programs', lazy: page(() => import('../Programs/ProgramsPage')) },
  { path: 'news', lazy: page(() => import('../News/NewsPage')) },
  { path: 'me/data', lazy: page(() => import('../PersonalData/MyDataPage')) },
  { path: 'me', lazy: page(() => import('../Account/MePage')) },
  { path: 'two-factor', lazy: page(() => import('../Account/TwoFactorPage')) },
];
export const lost: RouteObject[] = [{ path: '*', lazy: page(() => import('./Forbidden')) }];
