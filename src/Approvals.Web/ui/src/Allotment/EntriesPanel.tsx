import { DownloadOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { entriesQuery } from '../api/allotment';
import type { WaitingEntryDto, WaitingListDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { latest } from '../Layout/latest';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { Tag } from '../Layout/Tag';
import { Waiting } from '../Layout/Waiting';
import styles from './Allotment.module.css';
import { CorrectDialog } from './CorrectDialog';
import { HistoryDrawer } from './HistoryDrawer';
import { OfferDialog } from './OfferDialog';
import { TakeBackDialog } from './TakeBackDialog';

type Act = { kind: 'offer' | 'correct' | 'history' | 'takeBack'; entry: WaitingEntryDto };

/** Who waits, first to last; the next one without an open offer may be made one. */
export function EntriesPanel({ list }: { list: WaitingListDto }) {
  const { t } = useTexts('allotment');
  const [act, setAct] = useState<Act>();
  const entries = useInfiniteQuery(entriesQuery(list.id));
  const rows = entries.data?.pages.flatMap((page) => page.items) ?? [];
  const next = rows.find(({ state }) => state === 'waiting');
  const close = () => setAct(undefined);
  const entry = act && latest(rows, act.entry);
  return (
    <Panel
      id="entries"
      title={t('entries.title')}
      extra={
        <Button
          size="small"
          icon={<DownloadOutlined aria-hidden="true" />}
          href={`/api/waiting-lists/${list.id}/entries/sheet`}
        >
          {t('common:exportXlsx')}
        </Button>
      }
      flush
    >
      <p className={`${styles.more} muted`}>{t('entries.order')}</p>
      {entries.isPending && <Waiting panels={1} />}
      {entries.error && <ProblemAlert error={entries.error} />}
      {entries.data && rows.length === 0 && <EmptyState title={t('entries.none')}>{t('entries.noneText')}</EmptyState>}
      <ol>
        {rows.map((entry) => (
          <Row
            key={entry.id}
            entry={entry}
            next={entry === next && !list.closed}
            act={(kind) => setAct({ kind, entry })}
          />
        ))}
      </ol>
      {entries.hasNextPage && (
        <p className={styles.more}>
          <Button loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
            {t('common:more')}
          </Button>
        </p>
      )}
      {entry && act.kind === 'offer' && <OfferDialog list={list} entry={entry} close={close} />}
      {entry && act.kind === 'correct' && <CorrectDialog entry={entry} close={close} />}
      {entry && act.kind === 'history' && <HistoryDrawer entry={entry} close={close} />}
      {act?.kind === 'takeBack' && act.entry.offer && <TakeBackDialog offer={act.entry.offer} close={close} />}
    </Panel>
  );
}

function Row({ entry, next, act }: { entry: WaitingEntryDto; next: boolean; act: (kind: Act['kind']) => void }) {
  const { t } = useTexts('allotment');
  const open = entry.offer?.state === 'open';
  const hidden = <span className="visually-hidden"> {entry.caseNumber}</span>;
  return (
    <li className={styles.row}>
      <span className={styles.place}>
        <span className="visually-hidden">{t('entries.place')} </span>
        {entry.place}
      </span>
      <div>
        <p>
          <strong>{entry.applicant}</strong> <span className="muted">{entry.caseNumber}</span>{' '}
          {open && <Tag tone="info">{t('entries.offered')}</Tag>}
        </p>
        <p className="muted small">
          {t('entries.since', { at: shortInstant(entry.joinedAt) })}
          {entry.offer &&
            ` · ${t(`offerState.${entry.offer.state}`)}${entry.offer.what ? ` · ${entry.offer.what}` : ''}`}
          {open && entry.offer?.dueAt && ` · ${t('entries.until', { at: shortInstant(entry.offer.dueAt) })}`}
        </p>
      </div>
      <div className={styles.buttons}>
        {next && (
          <Button type="primary" onClick={() => act('offer')}>
            {t('offer.make')}
            {hidden}
          </Button>
        )}
        {open && (
          <Button onClick={() => act('takeBack')}>
            {t('takeBack.title')}
            {hidden}
          </Button>
        )}
        <Button onClick={() => act('correct')}>
          {t('correct.title')}
          {hidden}
        </Button>
        <Button onClick={() => act('history')}>
          {t('history.title')}
          {hidden}
        </Button>
      </div>
    </li>
  );
}
