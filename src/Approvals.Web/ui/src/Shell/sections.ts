const sections = [
  { to: '/services', pages: ['/services', '/apply'] },
  { to: '/cases', pages: ['/cases', '/submitted', '/tasks', '/letters'] },
  { to: '/cards', pages: ['/cards', '/family', '/bookings'] },
  { to: '/presence', pages: ['/presence'] },
  { to: '/notices', pages: ['/notices'] },
  { to: '/me', pages: ['/me', '/two-factor', '/news', '/employers', '/representations'] },
];

/** The tab under which a page lies; the start page for itself alone, none for a page that lies under no tab. */
export function sectionOf(pathname: string): string | undefined {
  return pathname === '/'
    ? '/'
    : sections.find(({ pages }) => pages.some((page) => pathname === page || pathname.startsWith(`${page}/`)))?.to;
}
