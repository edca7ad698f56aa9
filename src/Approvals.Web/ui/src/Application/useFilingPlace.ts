import { useLocation } from 'react-router';

/** Where an application is filed: by oneself, or by a clerk at the counter, whose pages lie under their own address. */
export function useFilingPlace() {
  const atCounter = useLocation().pathname.startsWith('/work/');
  return atCounter
    ? { start: '/work/counter', submitted: '/work/counter/submitted', cases: '/work/cases' }
    : { start: '/', submitted: '/submitted', cases: '/cases' };
}
