import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { DateKind, DueDateMovesDto } from '../api/contract';
import { movesQuery } from '../api/calendars';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import styles from '../People/People.module.css';

/** The due dates that a notice moved: from when to when, and why. */
export default function MovesPage() {
  const { t } = useTexts('calendars');
  const revision = Number(useParams().revision);
  const [search, setSearch] = useSearchParams();
  const kind = (search.get('kind') ?? undefined) as DateKind | undefined;
  const pages = useInfiniteQuery(movesQuery(revision, kind));
  return (
    <div className={styles.page}>
      <PageTitle title={t('moves.title', { revision })} below={t('moves.text')} />
      <QueryView query={pages}>
        {(found) => {
          const [first] = found.pages;
          return first === undefined ? null : (
            <>
              <Choice first={first} choose={(chosen) => setSearch({ kind: chosen })} />
              <Moves pages={found.pages} />
              {pages.hasNextPage && (
                <div className={styles.pages}>
                  <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                    {t('moves.more')}
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </QueryView>
    </div>
  );
}

function Choice({ first, choose }: { first: DueDateMovesDto; choose: (kind: DateKind) => void }) {
  const { t } = useTexts('calendars');
  const field = useId();
  const { revision } = first;
  return (
    <>
      <p>
        {t('moves.why', { year: revision.year, why: [revision.source, revision.notice].filter(Boolean).join(' · ') })}
      </p>
      {first.kinds.length > 0 && (
        <div className={styles.buttons} style={{ marginBottom: 12 }}>
          <label htmlFor={field} className="visually-hidden">
            {t('moves.kind')}
          </label>
          <Select
            id={field}
            style={{ minWidth: 240 }}
            value={first.kind}
            options={first.kinds.map(({ kind, count }) => ({ value: kind, label: `${t(`kind.${kind}`)} · ${count}` }))}
            onChange={(chosen: DateKind | null) => chosen && choose(chosen)}
          />
          <Button href={`/api/admin/calendars/revisions/${revision.number}/archive`}>{t('moves.export')}</Button>
        </div>
      )}
    </>
  );
}

function Moves({ pages }: { pages: DueDateMovesDto[] }) {
  const { t } = useTexts('calendars');
  const moves = pages.flatMap((page) => page.moves.items);
  if (moves.length === 0) {
    return <EmptyState title={t('moves.none')}>{t('moves.noneText')}</EmptyState>;
  }
  return (
    <Panel flush>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('moves.list')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['case', 'service', 'region', 'from', 'to'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`moves.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moves.map((move, index) => (
              <tr key={index}>
                <td>{move.caseNumber ?? t('moves.hidden')}</td>
                <td>{move.serviceName ?? '—'}</td>
                <td>{move.region ?? '—'}</td>
                <td>{move.from}</td>
                <td>
                  <strong>{move.to}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
