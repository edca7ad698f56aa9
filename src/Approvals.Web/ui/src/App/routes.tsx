import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { ApplicantShell } from '../Shell/ApplicantShell';
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
];

const applicant: RouteObject[] = [
  { index: true, lazy: page(() => import('../Home/HomePage')) },
  { path: 'services', lazy: page(() => import('../Catalogue/CataloguePage')) },
  { path: 'services/:code', lazy: page(() => import('../ServiceGuide/ServiceGuidePage')) },
  { path: 'apply/:id', lazy: page(() => import('../Application/ApplicationPage')) },
  { path: 'submitted/:id', lazy: page(() => import('../Application/SubmittedPage')) },
];

const work: RouteObject[] = [];

const admin: RouteObject[] = [];

const own: RouteObject[] = [
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
        children: [
          ...open,
          { element: <RequireArea area="applicant" />, children: applicant },
          { element: <RequireArea area="any" />, children: own },
          { path: '*', lazy: page(() => import('./Forbidden')) },
        ],
      },
      {
        element: <StaffShell />,
        children: [
          { element: <RequireArea area="work" />, children: work },
          { element: <RequireArea area="admin" />, children: admin },
        ],
      },
    ],
  },
]);
