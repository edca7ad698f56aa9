import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { CounterFrame } from '../Counter/CounterFrame';
import { ApplicantShell } from '../Shell/ApplicantShell';
import { PersonalShell } from '../Shell/PersonalShell';
import { StaffShell } from '../Shell/StaffShell';
import { RequireArea } from './RequireArea';
import { Root } from './Root';
import { RouteFailure } from './RouteFailure';

/** One bundle a page. */
const page = (load: () => Promise<{ default: ComponentType }>) => async () => ({ Component: (await load()).default });

const open: RouteObject[] = [
  { path: 'sign-in', lazy: page(() => import('../Account/SignInPage')) },
  { path: 'register', lazy: page(() => import('../Account/RegisterPage')) },
  { path: 'confirm', lazy: page(() => import('../Account/ConfirmPage')) },
  { path: 'forgot', lazy: page(() => import('../Account/ForgotPage')) },
  { path: 'reset', lazy: page(() => import('../Account/ResetPage')) },
  { path: 'verify/letters/:token', lazy: page(() => import('../Verify/VerifyLetterPage')) },
  { path: 'verify/:token', lazy: page(() => import('../Verify/VerifyPage')) },
];

const notices: RouteObject[] = [
  { path: 'notices', lazy: page(() => import('../Notices/NoticesPage')) },
  { path: 'notices/:id', lazy: page(() => import('../Notices/NoticePage')) },
];

const applicant: RouteObject[] = [
  { index: true, lazy: page(() => import('../Home/HomePage')) },
  { path: 'services', lazy: page(() => import('../Catalogue/CataloguePage')) },
  { path: 'services/:code', lazy: page(() => import('../ServiceGuide/ServiceGuidePage')) },
  { path: 'apply/:id', lazy: page(() => import('../Application/ApplicationPage')) },
  { path: 'submitted/:id', lazy: page(() => import('../Application/SubmittedPage')) },
  { path: 'cases', lazy: page(() => import('../Cases/CasesPage')) },
  { path: 'cases/:id', lazy: page(() => import('../CasePage/CasePage')) },
  { path: 'tasks/:id/correction', lazy: page(() => import('../Correction/CorrectionPage')) },
  { path: 'cards', lazy: page(() => import('../Cards/CardsPage')) },
  { path: 'family', lazy: page(() => import('../Family/FamilyPage')) },
  { path: 'bookings', lazy: page(() => import('../Bookings/MyBookingsPage')) },
  { path: 'employers', lazy: page(() => import('../Employers/EmployersPage')) },
  { path: 'employers/:id', lazy: page(() => import('../Employers/EmployerPage')) },
  { path: 'representations', lazy: page(() => import('../Employers/RepresentationsPage')) },
];

const counter: RouteObject[] = [
  { path: 'work/counter', lazy: page(() => import('../Counter/CounterPage')) },
  {
    element: <CounterFrame />,
    children: [
      { path: 'work/counter/apply/:id', lazy: page(() => import('../Application/ApplicationPage')) },
      { path: 'work/counter/correct/:id', lazy: page(() => import('../Correction/CorrectionPage')) },
      { path: 'work/counter/slips/:id', lazy: page(() => import('../Counter/SlipPage')) },
      { path: 'work/counter/submitted/:id', lazy: page(() => import('../Application/SubmittedPage')) },
    ],
  },
];
const employers: RouteObject[] = [
  { path: 'work/employers', lazy: page(() => import('../EmployerDesk/EmployerDeskPage')) },
  { path: 'work/employers/:id', lazy: page(() => import('../EmployerDesk/EmployerFilePage')) },
];

const work: RouteObject[] = [
  { path: 'work/inbox', lazy: page(() => import('../Inbox/InboxPage')) },
  { path: 'work/tasks/:id', lazy: page(() => import('../Review/ReviewPage')) },
  { path: 'work/cases', lazy: page(() => import('../CaseSearch/CaseSearchPage')) },
  { path: 'work/cases/:id', lazy: page(() => import('../CaseSearch/WorkCasePage')) },
  { path: 'work/substitutes', lazy: page(() => import('../Substitutes/SubstitutesPage')) },
];
const team: RouteObject[] = [
  { path: 'work/team', lazy: page(() => import('../Team/TeamPage')) },
  { path: 'work/dashboard', lazy: page(() => import('../Dashboard/DashboardPage')) },
  { path: 'work/dashboard/cases', lazy: page(() => import('../Dashboard/FigureCasesPage')) },
  { path: 'work/feedback', lazy: page(() => import('../Feedback/DeskPage')) },
];
const allotment: RouteObject[] = [
  { path: 'work/lists', lazy: page(() => import('../Allotment/WaitingListPage')) },
  { path: 'work/things', lazy: page(() => import('../Allotment/ThingsPage')) },
];
const meeting: RouteObject = { path: 'work/meeting', lazy: page(() => import('../Meeting/MeetingPage')) };
const asked: RouteObject[] = [{ path: 'work/bookings', lazy: page(() => import('../Bookings/AskedBookingsPage')) }];
const experts: RouteObject[] = [
  { path: 'work/experts', lazy: page(() => import('../Experts/ExpertsPage')) },
  { path: 'work/cases/:id/draws', lazy: page(() => import('../Draw/CaseDrawsPage')) },
];
const people: RouteObject[] = [
  { path: 'admin/people', lazy: page(() => import('../People/PeoplePage')) },
  { path: 'admin/people/:id', lazy: page(() => import('../People/PersonPage')) },
];
const access: RouteObject[] = [{ path: 'admin/access', lazy: page(() => import('../Access/AccessPage')) }];
const places: RouteObject[] = [
  { path: 'admin/regions', lazy: page(() => import('../Places/RegionsPage')) },
  { path: 'admin/organisations', lazy: page(() => import('../Places/OrganisationsPage')) },
  { path: 'admin/dictionaries', lazy: page(() => import('../Dictionaries/DictionariesPage')) },
];
const audit: RouteObject[] = [{ path: 'admin/audit', lazy: page(() => import('../Audit/AuditPage')) }];

const services: RouteObject = { path: 'admin/services', lazy: page(() => import('../PolicyPackages/PackagesPage')) };
const incidents: RouteObject[] = [
  { path: 'admin/incidents', lazy: page(() => import('../Incidents/IncidentsPage')) },
  { path: 'admin/cases/:id/move', lazy: page(() => import('../Incidents/MovePage')) },
];
const migrations: RouteObject[] = [
  { path: 'admin/migrations', lazy: page(() => import('../PolicyPackages/MigrationsPage')) },
];

const own: RouteObject[] = [
  { path: 'letters/:id', lazy: page(() => import('../Letter/LetterPage')) },
  { path: 'programs', lazy: page(() => import('../Programs/ProgramsPage')) },
  { path: 'news', lazy: page(() => import('../News/NewsPage')) },
  { path: 'me/data', lazy: page(() => import('../PersonalData/MyDataPage')) },
  { path: 'me', lazy: page(() => import('../Account/MePage')) },
  { path: 'two-factor', lazy: page(() => import('../Account/TwoFactorPage')) },
];

export const router = createBrowserRouter([
  {
    element: <Root />,
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <span />,
    children: [
      {
        element: <ApplicantShell />,
        children: [...open, { element: <RequireArea area="applicant" />, children: applicant }],
      },
      {
        element: <PersonalShell />,
        children: [
          ...notices,
          { element: <RequireArea area="any" />, children: own },
          { path: '*', lazy: page(() => import('./Forbidden')) },
        ],
      },
      {
        element: <StaffShell />,
        children: [
          { element: <RequireArea area="work" />, children: work },
          { element: <RequireArea area="bookings" />, children: asked },
          { element: <RequireArea area="team" />, children: team },
          { element: <RequireArea area="meetings" />, children: [meeting] },
          { element: <RequireArea area="allotment" />, children: allotment },
          { element: <RequireArea area="counter" />, children: counter },
          { element: <RequireArea area="employers" />, children: employers },
          { element: <RequireArea area="experts" />, children: experts },
          { element: <RequireArea area="people" />, children: people },
          { element: <RequireArea area="access" />, children: access },
          { element: <RequireArea area="places" />, children: places },
          { element: <RequireArea area="audit" />, children: audit },
          { element: <RequireArea area="services" />, children: [services] },
          { element: <RequireArea area="migrations" />, children: migrations },
          { element: <RequireArea area="incidents" />, children: incidents },
        ],
      },
    ],
  },
]);
