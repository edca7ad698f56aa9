import { useLocation } from 'react-router';

/** Where an application is filed: by oneself, or by a clerk at the counter, whose pages lie under their own address. */
export function useFilingPlace() {
  const atCounter = useLocation().pathname.startsWith('/work/');
  return atCounter
    ? {
        start: '/work/counter',
        submitted: '/work/counter/submitted',
        cases: '/work/cases',
        correction: (task: string) => `/work/counter/correct/${task}`,
        corrected: (_caseId: string, task: string) => `/work/counter/slips/${task}`,
      }
    : {
        start: '/',
        submitted: '/submitted',
        cases: '/cases',
        correction: (task: string) => `/tasks/${task}/correction`,
        corrected: (caseId: string) => `/cases/${caseId}`,
      };
}
