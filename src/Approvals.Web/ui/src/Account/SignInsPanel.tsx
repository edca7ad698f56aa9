import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { signInsQuery } from '../api/audit';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import styles from '../People/People.module.css';
import { programOf } from './programs';

/** When and from where somebody signed in or tried to; without a person, oneself. */
export function SignInsPanel({ person }: { person?: string }) {
  const { t } = useTexts('account');
  const [cursor, setCursor] = useState<string>();
  const signIns = useQuery(signInsQuery(person, cursor));
  return (
    <Panel title={t('signIns.title')} flush>
      <QueryView query={signIns} panels={1}>
        {(page) => (
          <>
            {page.items.length === 0 && <EmptyState title={t('signIns.none')} />}
            <ul>
              {page.items.map((attempt, index) => (
                <li key={index} className={styles.role}>
                  <div className={styles.line}>
                    <p>
                      {shortInstant(attempt.at)}
                      {attempt.address !== null && <span className="muted"> · {attempt.address}</span>}
                    </p>
                    {attempt.agent && (
                      <p className="muted small" title={attempt.agent}>
                        {programOf(attempt.agent)}
                      </p>
                    )}
                  </div>
                  <Tag tone={attempt.outcome === 'succeeded' || attempt.outcome === 'signedOut' ? 'ok' : 'warn'}>
                    {t(`signIns.outcome.${attempt.outcome}`)}
                  </Tag>
                </li>
              ))}
            </ul>
            {(page.next ?? cursor) && (
              <p className={styles.pages}>
                {cursor && <Button onClick={() => setCursor(undefined)}>{t('signIns.first')}</Button>}
                {page.next !== null && (
                  <Button onClick={() => setCursor(page.next ?? undefined)}>{t('signIns.next')}</Button>
                )}
              </p>
            )}
          </>
        )}
      </QueryView>
    </Panel>
  );
}
