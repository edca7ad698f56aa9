import { createBrowserRouter } from 'react-router';
import { CounterFrame } from '../Counter/CounterFrame';
import { ApplicantShell } from '../Shell/ApplicantShell';
import { PersonalShell } from '../Shell/PersonalShell';
import { StaffShell } from '../Shell/StaffShell';
import { RequireArea } from './RequireArea';
import { Root } from './Root';
import { RouteFailure } from './RouteFailure';
import * as routes from './routes';

/** The pages in their frames, each for those to whom it is open. */
export const router = createBrowserRouter([
  {
    element: <Root />,
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <span />,
    children: [
      {
        element: <ApplicantShell />,
        children: [...routes.open, { element: <RequireArea area="applicant" />, children: routes.applicant }],
      },
      {
        element: <PersonalShell />,
        children: [...routes.notices, { element: <RequireArea area="any" />, children: routes.own }, ...routes.lost],
      },
      {
        element: <StaffShell wide />,
        children: [{ element: <RequireArea area="services" />, children: routes.studio }],
      },
      {
        element: <StaffShell />,
        children: [
          { element: <RequireArea area="work" />, children: routes.work },
          { element: <RequireArea area="presence" />, children: routes.presence },
          { element: <RequireArea area="bookings" />, children: routes.asked },
          { element: <RequireArea area="meetings" />, children: routes.meeting },
          { element: <RequireArea area="team" />, children: routes.team },
          { element: <RequireArea area="allotment" />, children: routes.allotment },
          {
            element: <RequireArea area="counter" />,
            children: [...routes.counter, { element: <CounterFrame />, children: routes.filing }],
          },
          { element: <RequireArea area="employers" />, children: routes.employers },
          { element: <RequireArea area="experts" />, children: routes.experts },
          { element: <RequireArea area="panel" />, children: routes.panel },
          { element: <RequireArea area="people" />, children: routes.people },
          { element: <RequireArea area="access" />, children: routes.access },
          { element: <RequireArea area="places" />, children: routes.places },
          { element: <RequireArea area="calendars" />, children: routes.calendars },
          { element: <RequireArea area="audit" />, children: routes.audit },
          { element: <RequireArea area="services" />, children: routes.services },
          { element: <RequireArea area="migrations" />, children: routes.migrations },
          { element: <RequireArea area="operations" />, children: routes.operations },
          { element: <RequireArea area="incidents" />, children: routes.incidents },
          { element: <RequireArea area="messages" />, children: routes.messages },
        ],
      },
    ],
  },
]);
