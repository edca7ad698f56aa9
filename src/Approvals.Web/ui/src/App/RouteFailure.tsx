import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Problem } from '../api/problem';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import styles from './RouteFailure.module.css';

/** The last net: a page that threw. The reference is the server's, or one of our own that also stands in the console. */
export function RouteFailure() {
  const { t } = useTranslation();
  const error = useRouteError();
  const [reference] = useState(() => {
    const known = error instanceof Problem ? error.reference : undefined;
    const made = known ?? `UI-${Date.now().toString(36).toUpperCase()}`;
    console.error(made, error);
    return made;
  });
  const isProblem = error instanceof Problem && error.message !== '';
  return (
    <main className={styles.frame}>
      <Panel>
        <EmptyState
          title={isProblem ? error.message : t('problem.pageTitle')}
          actions={
            <>
              <Button type="primary" onClick={() => window.location.reload()}>
                {t('problem.reload')}
              </Button>
              <Button href="/">{t('problem.home')}</Button>
            </>
          }
        >
          {t('problem.nothingLost')} {t('problem.reference', { reference })}
        </EmptyState>
      </Panel>
    </main>
  );
}
