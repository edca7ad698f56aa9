import { Navigate, Outlet, useLocation } from 'react-router';
import type { Area } from '../api/contract';
import { Forbidden } from './Forbidden';
import { startOf, useSession } from './useSession';

/** Lets in those to whom the server opened the area; others sign in, or read why not. */
export function RequireArea({ area }: { area: Area | 'any' }) {
  const session = useSession();
  const location = useLocation();
  if (session.user === null) {
    const back = location.pathname === '/' ? '' : `?back=${encodeURIComponent(location.pathname + location.search)}`;
    return <Navigate to={`/sign-in${back}`} replace />;
  }
  if (session.user.needsTwoFactor && location.pathname !== '/two-factor') {
    return <Navigate to="/two-factor" replace />;
  }
  if (area === 'any' || session.areas.includes(area)) {
    return <Outlet />;
  }
  return location.pathname === '/' ? <Navigate to={startOf(session)} replace /> : <Forbidden />;
}
