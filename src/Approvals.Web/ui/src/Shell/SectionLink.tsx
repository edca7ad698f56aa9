import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { sectionOf } from './sections';

/** A tab of the applicant's frame; it is the current one on every page of its section, wherever that page's address lies. */
export function SectionLink({ to, children }: { to: string; children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <NavLink to={to} end aria-current={sectionOf(pathname) === to ? 'page' : undefined}>
      {children}
    </NavLink>
  );
}
