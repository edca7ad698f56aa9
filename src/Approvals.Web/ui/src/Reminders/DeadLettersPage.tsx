import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { deadLettersQuery, resendLetter } from '../api/reminders';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import people from '../People/People.module.css';

/** Mails and text messages that were given up: why, and sending them again. */
export default function DeadLettersPage() {
  const { t } = useTexts('reminders');
  const { message } = App.useApp();
  const client = useQueryClient();
  const found = useInfiniteQuery(deadLettersQuery);
  const resend = useMutation({
    mutationFn: resendLetter,
    onSuccess: () => void message.success(t('dead.resent')),
    onSettled: () => client.invalidateQueries({ queryKey: deadLettersQuery.queryKey }),
  });
  const first = found.data?.pages[0];
  return (
    <div className={people.page}>
      <PageTitle
        title={t('dead.title')}
        below={
          first?.since
            ? t('dead.waiting', { count: first.waiting.count, since: shortInstant(first.since) })
            : t('dead.nothingWaits')
        }
      />
      {first?.failing && <p role="status">{t('dead.failing', { reason: first.failing })}</p>}
      {resend.error && <ProblemAlert error={resend.error} />}
      <QueryView query={found} panels={1}>
        {(data) => (
          <Panel flush>
            {data.pages[0]?.items.length === 0 && <EmptyState title={t('dead.none')}>{t('dead.noneText')}</EmptyState>}
            <ul>
              {data.pages.flatMap((page) =>
                page.items.map((row) => (
                  <li key={row.id} className={people.role}>
                    <div>
                      <p>
                        <strong>{row.kindName}</strong> {row.reason}
                      </p>
                      <p className="muted small">
                        {[
                          row.recipientName,
                          row.caseNumber,
                          t('dead.attempts', { count: row.attempts }),
                          shortInstant(row.at),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </p>
                    </div>
                    <Button
                      loading={resend.isPending && resend.variables === row.id}
                      onClick={() => resend.mutate(row.id)}
                    >
                      {t('dead.resend')}
                    </Button>
                  </li>
                )),
              )}
            </ul>
            {found.hasNextPage && (
              <div className={people.pages}>
                <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                  {t('more')}
                </Button>
              </div>
            )}
          </Panel>
        )}
      </QueryView>
    </div>
  );
}
