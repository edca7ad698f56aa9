import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { employerDeskQuery } from '../api/employers';
import styles from '../Employers/Employers.module.css';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { MoreHint } from '../Layout/MoreHint';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import people from '../People/People.module.css';

/** The employers of the officer's region that wait, and any other by name or code. */
export default function EmployerDeskPage() {
  const { t } = useTexts('employers');
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const found = useQuery(employerDeskQuery(q));
  return (
    <div className={people.page}>
      <PageTitle
        title={t('desk.title')}
        extra={
          <Input.Search
            key={q}
            defaultValue={q}
            allowClear
            maxLength={100}
            placeholder={t('desk.search')}
            aria-label={t('desk.search')}
            onSearch={(text) => setSearch(text.trim() === '' ? {} : { q: text.trim() })}
          />
        }
      />
      <QueryView query={found}>
        {({ rows, more }) => (
          <Panel flush>
            {rows.length === 0 && <EmptyState title={t('desk.none')}>{t('desk.noneText')}</EmptyState>}
            <ul>
              {rows.map((row) => (
                <li key={row.id} className={styles.row}>
                  <div>
                    <p>
                      <Link to={`/work/employers/${row.id}`}>{row.name}</Link>{' '}
                      {row.asked > 0 && <Tag tone="warn">{t('desk.waiting', { count: row.asked })}</Tag>}{' '}
                      {row.closed && <Tag>{t('desk.closed')}</Tag>}
                    </p>
                    <p className="muted">
                      {row.uscc} · {row.regionName}
                    </p>
                  </div>
                  {!row.closed && (
                    <Tag tone={row.verified ? 'ok' : 'warn'}>{t(row.verified ? 'verified' : 'unverified')}</Tag>
                  )}
                </li>
              ))}
            </ul>
            {more && <MoreHint />}
          </Panel>
        )}
      </QueryView>
    </div>
  );
}
