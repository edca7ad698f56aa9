import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CalendarsDto } from '../api/contract';
import { calendarsQuery } from '../api/calendars';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { PageTitle } from '../Layout/PageTitle';
import { QueryView } from '../Layout/QueryView';
import styles from '../People/People.module.css';
import { ImportDialog } from './ImportDialog';
import { RevisionTable } from './RevisionTable';
import { YearPanel } from './YearPanel';

const looking = 3_000;

/** Working calendars year by year, and the notices they came from. */
export default function CalendarsPage() {
  const { t } = useTexts('calendars');
  const calendars = useQuery({
    ...calendarsQuery,
    refetchInterval: ({ state }) =>
      state.data?.revisions.some((row) => row.state === 'waiting' || row.state === 'moving') ? looking : false,
  });
  return (
    <div className={styles.page}>
      <PageTitle title={t('title')} below={t('text')} />
      <QueryView query={calendars}>{(found) => <Years found={found} />}</QueryView>
    </div>
  );
}

function Years({ found }: { found: CalendarsDto }) {
  const { t } = useTexts('calendars');
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const [importing, setImporting] = useState(false);
  const year = Number(search.get('year') ?? today.slice(0, 4));
  return (
    <>
      <div className={styles.buttons} style={{ marginBottom: 12 }}>
        <Segmented
          aria-label={t('choose')}
          value={year}
          options={found.years.map((row) => ({
            value: row.year,
            label: row.provisional ? `${row.year} · ${t('provisional')}` : row.year,
          }))}
          onChange={(chosen) => setSearch({ year: String(chosen) })}
        />
        {found.mayImport && (
          <Button type="primary" onClick={() => setImporting(true)}>
            {t('import.open')}
          </Button>
        )}
      </div>
      <YearPanel year={year} />
      <RevisionTable revisions={found.revisions} />
      {importing && <ImportDialog close={() => setImporting(false)} />}
    </>
  );
}
