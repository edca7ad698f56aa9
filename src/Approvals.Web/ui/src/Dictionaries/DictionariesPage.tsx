import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { DictionaryDto, DictionaryEntryDto } from '../api/contract';
import { dictionariesQuery, dictionaryEntriesQuery, importEntries } from '../api/dictionaries';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import styles from '../People/People.module.css';
import { SheetDialog } from '../Sheets/SheetDialog';
import { EntryDialog } from './EntryDialog';
import { EntryRow } from './EntryRow';

/** The choices that forms name: the service's, and what is kept beside them. */
export default function DictionariesPage() {
  const { t } = useTexts('dictionaries');
  const dictionaries = useQuery(dictionariesQuery);
  return (
    <div className={styles.page}>
      <PageTitle title={t('title')} below={t('text')} />
      <QueryView query={dictionaries}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
          ) : (
            <Chosen dictionaries={found} />
          )
        }
      </QueryView>
    </div>
  );
}

function Chosen({ dictionaries }: { dictionaries: DictionaryDto[] }) {
  const { t } = useTexts('dictionaries');
  const [search, setSearch] = useSearchParams();
  const [keeping, setKeeping] = useState<DictionaryEntryDto | 'new'>();
  const [importing, setImporting] = useState(false);
  const field = useId();
  const chosen = dictionaries.find(({ name }) => name === search.get('name')) ?? dictionaries[0];
  const entries = useQuery(dictionaryEntriesQuery(chosen?.name ?? ''));
  if (chosen === undefined) {
    return null;
  }
  return (
    <>
      <div className={styles.buttons}>
        <label htmlFor={field} className="visually-hidden">
          {t('choose')}
        </label>
        <Select
          id={field}
          style={{ minWidth: 220 }}
          value={chosen.name}
          options={dictionaries.map(({ name, label, entries: count }) => ({
            value: name,
            label: `${label} · ${count}`,
          }))}
          onChange={(name: string) => setSearch({ name })}
        />
        <Button type="primary" onClick={() => setKeeping('new')}>
          {t('add')}
        </Button>
        <Button onClick={() => setImporting(true)}>{t('import.open')}</Button>
      </div>
      <p className="muted">
        <code>{chosen.name}</code> ·{' '}
        {chosen.services.length === 0
          ? t('unused')
          : t('used', { services: chosen.services.join(t('common:listComma')) })}
      </p>
      <QueryView query={entries}>
        {(rows) => (
          <Panel flush>
            <ul>
              {rows.map((entry) => (
                <EntryRow key={entry.code} entry={entry} change={() => setKeeping(entry)} />
              ))}
            </ul>
          </Panel>
        )}
      </QueryView>
      {importing && (
        <SheetDialog
          title={t('import.title', { name: chosen.name })}
          columns={t('import.columns')}
          queryKey={['admin', 'dictionaries']}
          take={(file, dryRun) => importEntries(chosen.name, file, dryRun)}
          close={() => setImporting(false)}
        />
      )}
      {keeping !== undefined && (
        <EntryDialog
          dictionary={chosen.name}
          entry={keeping === 'new' ? undefined : (entries.data?.find(({ code }) => code === keeping.code) ?? keeping)}
          close={() => setKeeping(undefined)}
        />
      )}
    </>
  );
}
