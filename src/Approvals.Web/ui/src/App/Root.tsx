import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { sessionQuery } from '../api/session';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { Waiting } from '../Layout/Waiting';
import styles from './Root.module.css';

/** Loads the session once, then shows the routes; a new page starts with focus at its main part. */
export function Root() {
  const session = useQuery(sessionQuery);
  const navigation = useNavigation();
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
    } else {
      document.getElementById('main')?.focus({ preventScroll: true });
    }
  }, [pathname]);
  if (session.data === undefined) {
    return (
      <main className={styles.frame}>
        {session.error ? <ProblemAlert error={session.error} retry={() => void session.refetch()} /> : <Waiting />}
      </main>
    );
  }
  return (
    <>
      <div className={navigation.state === 'loading' ? styles.busy : styles.idle} aria-hidden="true" />
      <Outlet />
      <ScrollRestoration />
    </>
  );
}
