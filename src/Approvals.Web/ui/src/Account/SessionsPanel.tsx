import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { endSession, endSessions, sessionsQuery } from '../api/audit';
import { messageOf } from '../api/problem';
import { shortInstant } from '../i18n/dates';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import styles from '../People/People.module.css';
import { programOf } from './programs';

/** Where somebody is signed in, one to end or all; without a person, oneself. */
export function SessionsPanel({ person }: { person?: string }) {
  const { t } = useTexts('account');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { areas } = useSession();
  const ends = person === undefined || areas.includes('accounts');
  const sessions = useQuery(sessionsQuery(person));
  const end = useMutation({
    mutationFn: (session: string | undefined) =>
      session === undefined ? endSessions(person) : endSession(person, session),
    onSuccess: () => {
      message.success(t('sessions.ended'));
      return client.invalidateQueries({ queryKey: ['sessions'] });
    },
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  const others = sessions.data?.filter((session) => !session.current) ?? [];
  return (
    <Panel
      title={t('sessions.title')}
      extra={
        ends &&
        others.length > 0 && (
          <Button danger size="small" loading={end.isPending} onClick={() => end.mutate(undefined)}>
            {t(person === undefined ? 'sessions.endOthers' : 'sessions.endAll')}
          </Button>
        )
      }
      flush
    >
      <QueryView query={sessions} panels={1}>
        {(found) => (
          <>
            {found.length === 0 && <EmptyState title={t('sessions.none')} />}
            <ul>
              {found.map((session) => (
                <li key={session.id} className={styles.role}>
                  <div className={styles.line}>
                    <p>
                      {t('sessions.seen', { at: shortInstant(session.lastSeenAt) })}{' '}
                      {session.current && <Tag tone="ok">{t('sessions.current')}</Tag>}
                    </p>
                    <p className="muted small">
                      {[t('sessions.since', { at: shortInstant(session.startedAt) }), session.address]
                        .filter(Boolean)
                        .join(' · ')}
                      {session.agent && <span title={session.agent}> · {programOf(session.agent)}</span>}
                    </p>
                  </div>
                  {ends && !session.current && (
                    <Button size="small" loading={end.isPending} onClick={() => end.mutate(session.id)}>
                      {t('sessions.end')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryView>
    </Panel>
  );
}
