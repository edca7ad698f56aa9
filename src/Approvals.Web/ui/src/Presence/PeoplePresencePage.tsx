import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PresencePeopleDto } from '../api/contract';
import { importPresence, presencePeopleQuery } from '../api/presence';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Entry } from '../Layout/Entry';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import { SheetDialog } from '../Sheets/SheetDialog';
import page from '../People/People.module.css';
import styles from './Presence.module.css';

/** Those whose days the reader looks after: an office those of its region, an agent those of the employer. */
export default function PeoplePresencePage() {
  const { t } = useTexts('presence');
  const [year, setYear] = useState<number>();
  const [number, setNumber] = useState('');
  const people = useQuery(presencePeopleQuery(year, number));
  return (
    <div className={page.page}>
      <PageTitle title={t('people.title')} below={t('people.text')} />
      <QueryView query={people}>
        {(found) => (
          <Panel flush>
            <div className={styles.bar2}>
              <Select
                aria-label={t('year')}
                value={found.year}
                onChange={setYear}
                options={[1, 0, -1, -2, -3].map((step) => {
                  const value = found.year + step;
                  return { value, label: t('yearOption', { year: value }) };
                })}
              />
              <Input.Search
                aria-label={t('people.number')}
                placeholder={t('people.number')}
                style={{ maxWidth: 280 }}
                enterButton={t('people.search')}
                allowClear
                onSearch={(text) => setNumber(text.trim())}
              />
              {found.employers.length > 0 && <Import employers={found.employers} />}
            </div>
            <People found={found} />
          </Panel>
        )}
      </QueryView>
    </div>
  );
}

function People({ found }: { found: PresencePeopleDto }) {
  const { t } = useTexts('presence');
  if (found.people.length === 0) {
    return <EmptyState title={t('people.none')}>{t('people.noneText')}</EmptyState>;
  }
  return (
    <div className={styles.wide} tabIndex={0} role="region" aria-label={t('people.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['name', 'holds', 'employer', 'days', 'required', 'missing', 'open'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`people.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.people.map(({ count, ...person }) => (
            <tr key={`${person.person} ${person.number}`}>
              <th scope="row">{person.name}</th>
              <td>
                {person.kindName} {person.number}
              </td>
              <td>{person.employerName ?? '–'}</td>
              <td>{count.days}</td>
              <td>{count.required ?? '–'}</td>
              <td>
                <Tag tone={(count.missing ?? 0) > 0 ? 'warn' : 'ok'}>{count.missing ?? '–'}</Tag>
              </td>
              <td>
                <Link
                  to={`/work/presence/${person.person}?year=${found.year}`}
                  aria-label={t('people.open', { name: person.name })}
                >
                  {t('people.head.open')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.more && <p className={styles.bar2}>{t('people.more')}</p>}
    </div>
  );
}

function Import({ employers }: { employers: PresencePeopleDto['employers'] }) {
  const { t } = useTexts('presence');
  const [open, setOpen] = useState(false);
  const [employer, setEmployer] = useState(employers[0]?.id ?? '');
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('people.import')}</Button>
      {open && (
        <SheetDialog
          title={t('people.importTitle')}
          columns={t('people.columns')}
          queryKey={['presence']}
          take={(file, dryRun) => importPresence(employer, file, dryRun)}
          disabled={employer === ''}
          close={() => setOpen(false)}
        >
          <Entry label={t('people.employer')}>
            {(id) => (
              <Select
                id={id}
                style={{ width: '100%' }}
                value={employer}
                onChange={setEmployer}
                options={employers.map((one) => ({ value: one.id, label: one.name }))}
              />
            )}
          </Entry>
        </SheetDialog>
      )}
    </>
  );
}
