import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { InboxRowDto } from '../api/contract';
import { inboxQuery } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { useDocumentTitle } from '../Layout/PageTitle';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import { shownColumns, useColumns } from './columns';
import styles from './Inbox.module.css';
import { InboxEmpty } from './InboxEmpty';
import { InboxFilterBar } from './InboxFilterBar';
import { InboxRefused } from './InboxRefused';
import { InboxTable } from './InboxTable';
import { InboxTabs } from './InboxTabs';
import { KeyHelp } from './KeyHelp';
import { SelectionBar } from './SelectionBar';
import { useClaims } from './useClaims';
import { useInboxKeys } from './useInboxKeys';
import { placeOfRow, useInboxPlace } from './useInboxPlace';
import { ViewBar } from './ViewBar';

/** Tabs, filters, rows, what is selected, keys: from top to bottom; only the rows scroll. */
export default function InboxPage() {
  const { t } = useTexts('inbox');
  const navigate = useNavigate();
  const { tab, filters, show, showView } = useInboxPlace();
  const [columns, choose] = useColumns();
  const inbox = useInfiniteQuery(inboxQuery(tab, filters));
  const rows = useMemo(() => inbox.data?.pages.flatMap((page) => page.items) ?? [], [inbox.data]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [help, setHelp] = useState(false);
  const { claim, claimNext, takeNext } = useClaims(
    tab === 'todo' && filters.sort === undefined ? nextFree(rows) : undefined,
  );
  useDocumentTitle(t('title'));

  const select = (id: string) =>
    setSelected((known) => {
      const next = new Set(known);
      return next.delete(id) ? next : next.add(id);
    });
  const [current, setCurrent] = useInboxKeys(rows, {
    open: (row) => void navigate(placeOfRow(row, tab)),
    claim: (row) => tab === 'todo' && row.claimedBy === null && claim.mutate([row.taskId]),
    select: (row) => tab === 'todo' && select(row.taskId),
    next: () => tab === 'todo' && takeNext(filters),
    help: () => setHelp(true),
  });
  const chosen = rows.filter((row) => selected.has(row.taskId));
  if (inbox.error && inbox.data === undefined && filters.q) {
    return <InboxRefused error={inbox.error} clear={() => show(tab, {})} />;
  }
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <QueryView query={inbox}>
        {(found) => {
          const first = found.pages[0];
          return (
            first && (
              <>
                <InboxTabs tab={tab} inbox={first} filters={filters} show={show} />
                <ViewBar tab={tab} filters={filters} chosen={columns} choose={choose} showView={showView} />
                {tab !== 'drafts' && (
                  <InboxFilterBar
                    tab={tab}
                    filters={filters}
                    choices={first.filters}
                    show={(change) => show(tab, { ...filters, ...change })}
                    next={tab === 'todo' ? () => takeNext(filters) : undefined}
                    busy={claimNext.isPending}
                  />
                )}
                {(claim.error ?? claimNext.error) && <ProblemAlert error={claim.error ?? claimNext.error} />}
                <div className={styles.rows} tabIndex={-1}>
                  {rows.length === 0 ? (
                    <InboxEmpty tab={tab} filters={filters} show={show} />
                  ) : (
                    <InboxTable
                      rows={rows}
                      tab={tab}
                      shown={shownColumns(columns, tab)}
                      sort={filters.sort}
                      order={(sort) => show(tab, { ...filters, sort })}
                      current={current}
                      setCurrent={setCurrent}
                      selected={selected}
                      select={select}
                      claim={(id) => claim.mutate([id])}
                    />
                  )}
                  {inbox.hasNextPage && (
                    <p className={styles.more}>
                      <Button loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
                        {t('common:more')}
                      </Button>
                    </p>
                  )}
                </div>
                {selected.size > 0 && <SelectionBar rows={chosen} clear={() => setSelected(new Set())} />}
                <KeyHelp open={help} setOpen={setHelp} />
              </>
            )
          );
        }}
      </QueryView>
    </div>
  );
}

/** The rows are those due first, so the first that nobody has is the one that would be claimed next. */
function nextFree(rows: InboxRowDto[]): string | undefined {
  return rows.find((row) => row.claimedBy === null)?.taskId;
}
