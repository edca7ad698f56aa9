import { useQuery } from '@tanstack/react-query';
import { DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PresenceEntryDto, PresenceLedgerDto } from '../api/contract';
import { presenceQuery, presenceSheet } from '../api/presence';
import { useTexts } from '../i18n/useTexts';
import { PageTitle } from '../Layout/PageTitle';
import { QueryView } from '../Layout/QueryView';
import { CountPanel } from './CountPanel';
import { EntriesPanel } from './EntriesPanel';
import { EntryDialog } from './EntryDialog';
import styles from './Presence.module.css';
import { YearCalendar } from './YearCalendar';

/** A year of a ledger: of oneself, or of somebody one looks after. The year stands in the address. */
export function LedgerView({ person }: { person?: string }) {
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year')) || undefined;
  const ledger = useQuery(presenceQuery(person, year));
  return (
    <QueryView query={ledger} panels={3}>
      {(found) => (
        <Ledger
          ledger={found}
          person={person}
          choose={(chosen) => setSearch({ year: String(chosen) }, { replace: true })}
        />
      )}
    </QueryView>
  );
}

interface Props {
  ledger: PresenceLedgerDto;
  person: string | undefined;
  choose: (year: number) => void;
}

function Ledger({ ledger, person, choose }: Props) {
  const { t } = useTexts('presence');
  const [dialog, setDialog] = useState<{ entry?: PresenceEntryDto }>();
  const [marked, setMarked] = useState<PresenceEntryDto>();
  return (
    <>
      <PageTitle
        title={
          person === undefined
            ? t('title', { year: ledger.year })
            : t('personTitle', { name: ledger.name, year: ledger.year })
        }
        crumbs={person === undefined ? undefined : [{ to: '/work/presence', text: t('people.title') }]}
        below={<Below ledger={ledger} choose={choose} />}
        extra={
          <>
            <Button icon={<DownloadOutlined aria-hidden="true" />} href={presenceSheet(person, ledger.year)}>
              {t('export')}
            </Button>
            {ledger.mayAdd && (
              <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setDialog({})}>
                {t('add')}
              </Button>
            )}
          </>
        }
      />
      {ledger.partial && <p className="muted">{t('partial')}</p>}
      <div className={styles.columns}>
        <YearCalendar ledger={ledger} marked={marked} />
        <CountPanel ledger={ledger} />
      </div>
      <EntriesPanel ledger={ledger} change={(entry) => setDialog({ entry })} mark={setMarked} />
      {dialog && (
        <EntryDialog ledger={ledger} entry={dialog.entry} person={person} close={() => setDialog(undefined)} />
      )}
    </>
  );
}

function Below({ ledger, choose }: Omit<Props, 'person'>) {
  const { t } = useTexts('presence');
  return (
    <span>
      <Select
        aria-label={t('year')}
        value={ledger.year}
        onChange={choose}
        options={ledger.years.map((value) => ({ value, label: t('yearOption', { year: value }) }))}
      />{' '}
      {ledger.terms
        .map((term) =>
          term.to === null ? t('termsOpen', { from: term.from }) : t('termsTo', { from: term.from, to: term.to }),
        )
        .join(' · ')}
    </span>
  );
}
