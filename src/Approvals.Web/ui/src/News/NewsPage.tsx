import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { NewsDto } from '../api/contract';
import { sessionQuery } from '../api/session';
import { markAllNews, markNews, newsQuery } from '../api/voice';
import { useSession } from '../App/useSession';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import people from '../People/People.module.css';

/** What has happened since one last looked. */
export default function NewsPage() {
  const { t } = useTexts('voice');
  const client = useQueryClient();
  const found = useInfiniteQuery(newsQuery(false));
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['news'] }),
      client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    ]);
  const all = useMutation({ mutationFn: markAllNews, onSuccess: refresh });
  const one = useMutation({ mutationFn: markNews, onSuccess: refresh });
  const unread = found.data?.pages[0]?.unread.count ?? 0;
  return (
    <>
      <PageTitle
        title={t('news.title')}
        below={t('news.unread', { count: unread })}
        extra={
          <Button disabled={unread === 0} loading={all.isPending} onClick={() => all.mutate()}>
            {t('news.markAll')}
          </Button>
        }
      />
      <QueryView query={found} panels={1}>
        {(data) => (
          <Panel flush>
            {data.pages[0]?.items.length === 0 && <EmptyState title={t('news.none')}>{t('news.noneText')}</EmptyState>}
            <ul>
              {data.pages.flatMap((page) =>
                page.items.map((row) => <Line key={row.id} row={row} open={() => !row.read && one.mutate(row.id)} />),
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
    </>
  );
}

function Line({ row, open }: { row: NewsDto; open: () => void }) {
  const { t } = useTexts('voice');
  const { user } = useSession();
  const to = placeOf(row, user?.kind === 'staff');
  return (
    <li className={people.role}>
      <div>
        <p>
          {to ? (
            <Link to={to} onClick={open}>
              {row.text}
            </Link>
          ) : (
            row.text
          )}{' '}
          {!row.read && <Tag tone="info">{t('news.new')}</Tag>}
        </p>
        <p className="muted small">
          {[row.serviceName, row.caseNumber, shortInstant(row.at)].filter(Boolean).join(' · ')}
        </p>
      </div>
      {!to && !row.read && <Button onClick={open}>{t('news.mark')}</Button>}
    </li>
  );
}

/** Where a line leads: the letter, else the task that waits, else the case. */
function placeOf(row: NewsDto, staff: boolean): string | undefined {
  if (row.letterId) {
    return `/letters/${row.letterId}`;
  }
  if (staff && row.taskId) {
    return `/work/tasks/${row.taskId}`;
  }
  return row.caseId ? `${staff ? '/work' : ''}/cases/${row.caseId}` : undefined;
}
