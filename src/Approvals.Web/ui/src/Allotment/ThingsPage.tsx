import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { listsQuery, thingsQuery } from '../api/allotment';
import type { ResourceDto, WaitingListDto } from '../api/contract';
import { sheetUrl } from '../api/sheets';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { MoreHint } from '../Layout/MoreHint';
import { latest } from '../Layout/latest';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import styles from './Allotment.module.css';
import { FreeDialog } from './FreeDialog';
import { ImportDialog } from './ImportDialog';
import { ThingDialog } from './ThingDialog';
import { ThingRow } from './ThingRow';

type Act = { kind: 'keep'; thing: ResourceDto | undefined } | { kind: 'free'; thing: ResourceDto } | { kind: 'import' };

/** What one gives out or lets be booked, by list; entered one by one or from a workbook. */
export default function ThingsPage() {
  const { t } = useTexts('allotment');
  const lists = useQuery(listsQuery);
  return (
    <div className={styles.page}>
      <PageTitle title={t('things.title')} below={t('things.text')} />
      <QueryView query={lists}>{(found) => <Things lists={found} />}</QueryView>
    </div>
  );
}

function Things({ lists }: { lists: WaitingListDto[] }) {
  const { t } = useTexts('allotment');
  const [search, setSearch] = useSearchParams();
  const [act, setAct] = useState<Act>();
  const field = useId();
  const list = lists.find(({ id }) => id === search.get('list'));
  const q = search.get('q') ?? '';
  const things = useQuery(thingsQuery({ list: list?.id, q }));
  const narrow = (change: { list?: string; q?: string }) => {
    const next = { list: list?.id ?? '', q, ...change };
    setSearch(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')));
  };
  const close = () => setAct(undefined);
  return (
    <>
      <div className={styles.choose}>
        <div>
          <label htmlFor={field}>{t('lists.choose')}</label>
          <Select
            id={field}
            className={styles.wide}
            value={list?.id ?? ''}
            options={[
              { value: '', label: t('things.all') },
              ...lists.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(id: string) => narrow({ list: id })}
          />
        </div>
        <Input.Search
          key={q}
          className={styles.search}
          defaultValue={q}
          allowClear
          maxLength={100}
          placeholder={t('things.search')}
          aria-label={t('things.search')}
          onSearch={(text) => narrow({ q: text.trim() })}
        />
        <div className={styles.buttons}>
          <Button type="primary" onClick={() => setAct({ kind: 'keep', thing: undefined })}>
            {t('things.add')}
          </Button>
          <Button onClick={() => setAct({ kind: 'import' })}>{t('import.title')}</Button>
          <Button
            icon={<DownloadOutlined aria-hidden="true" />}
            href={sheetUrl('/api/resources/sheet', { list: list?.id, q })}
          >
            {t('common:exportXlsx')}
          </Button>
        </div>
      </div>
      <Panel flush>
        <QueryView query={things} panels={1}>
          {(found) => (
            <>
              {found.items.length === 0 && (
                <EmptyState title={t(q === '' ? 'things.none' : 'things.notFound')}>{t('things.noneText')}</EmptyState>
              )}
              <ul>
                {found.items.map((thing) => (
                  <ThingRow
                    key={thing.id}
                    thing={thing}
                    keep={() => setAct({ kind: 'keep', thing })}
                    free={() => setAct({ kind: 'free', thing })}
                  />
                ))}
              </ul>
              {found.more && <MoreHint />}
            </>
          )}
        </QueryView>
      </Panel>
      {act?.kind === 'keep' && (
        <ThingDialog
          thing={act.thing && latest(things.data?.items, act.thing)}
          lists={lists}
          list={list?.id}
          close={close}
        />
      )}
      {act?.kind === 'free' && <FreeDialog thing={latest(things.data?.items, act.thing)} close={close} />}
      {act?.kind === 'import' && <ImportDialog lists={lists} list={list?.id} close={close} />}
    </>
  );
}
