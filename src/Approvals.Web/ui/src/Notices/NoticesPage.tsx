import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { noticesQuery } from '../api/notices';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { NoticeState } from './NoticeState';
import styles from './Notices.module.css';

/** Public notices; anybody may read them. */
export default function NoticesPage() {
  const { t } = useTexts('notices');
  const notices = useInfiniteQuery(noticesQuery);
  return (
    <>
      <PageTitle title={t('title')} below={t('text')} />
      <QueryView query={notices}>
        {(found) => {
          const rows = found.pages.flatMap((page) => page.items);
          return (
            <Panel flush>
              {rows.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
              {rows.map((notice) => (
                <article key={notice.id} className={styles.row}>
                  <div className={styles.head}>
                    <Link to={`/notices/${notice.id}`}>{notice.title}</Link>
                    <NoticeState notice={notice} />
                  </div>
                  <p className="muted">
                    {notice.serviceName} · {t('between', { from: notice.from, to: notice.until })}
                  </p>
                </article>
              ))}
              {notices.hasNextPage && (
                <p className={styles.row}>
                  <Button loading={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
                    {t('common:more')}
                  </Button>
                </p>
              )}
            </Panel>
          );
        }}
      </QueryView>
    </>
  );
}
