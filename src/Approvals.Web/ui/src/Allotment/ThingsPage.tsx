import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { listsQuery, thingsQuery } from '../api/allotment';
import type { ResourceDto, WaitingListDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
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
  const things = useQuery(thingsQuery(list?.id));
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
            onChange={(id: string) => setSearch(id === '' ? {} : { list: id })}
          />
        </div>
        <div className={styles.buttons}>
          <Button type="primary" onClick={() => setAct({ kind: 'keep', thing: undefined })}>
            {t('things.add')}
          </Button>
          <Button onClick={() => setAct({ kind: 'import' })}>{t('import.title')}</Button>
        </div>
      </div>
      <Panel flush>
        <QueryView query={things} panels={1}>
          {(rows) => (
            <>
              {rows.length === 0 && <EmptyState title={t('things.none')}>{t('things.noneText')}</EmptyState>}
              <ul>
                {rows.map((thing) => (
                  <ThingRow
                    key={thing.id}
                    thing={thing}
                    keep={() => setAct({ kind: 'keep', thing })}
                    free={() => setAct({ kind: 'free', thing })}
                  />
                ))}
              </ul>
            </>
          )}
        </QueryView>
      </Panel>
      {act?.kind === 'keep' && (
        <ThingDialog thing={act.thing && latest(things.data, act.thing)} lists={lists} list={list?.id} close={close} />
      )}
      {act?.kind === 'free' && <FreeDialog thing={latest(things.data, act.thing)} close={close} />}
      {act?.kind === 'import' && <ImportDialog lists={lists} list={list?.id} close={close} />}
    </>
  );
}
