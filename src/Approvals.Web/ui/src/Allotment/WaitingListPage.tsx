import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { listsQuery } from '../api/allotment';
import type { WaitingListDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import styles from './Allotment.module.css';
import { EntriesPanel } from './EntriesPanel';
import { QuotasPanel } from './QuotasPanel';

/** The waiting lists one gives out from: who is next and why, what is left, and offers. */
export default function WaitingListPage() {
  const { t } = useTexts('allotment');
  const lists = useQuery(listsQuery);
  return (
    <div className={styles.page}>
      <PageTitle title={t('lists.title')} below={t('lists.text')} />
      <QueryView query={lists}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={t('lists.none')}>{t('lists.noneText')}</EmptyState>
          ) : (
            <Chosen lists={found} />
          )
        }
      </QueryView>
    </div>
  );
}

function Chosen({ lists }: { lists: WaitingListDto[] }) {
  const { t } = useTexts('allotment');
  const [search, setSearch] = useSearchParams();
  const field = useId();
  const busiest = lists.toSorted((one, other) => other.waiting.count - one.waiting.count)[0];
  const list = lists.find(({ id }) => id === search.get('list')) ?? busiest;
  if (list === undefined) {
    return null;
  }
  return (
    <>
      <div className={styles.choose}>
        <div>
          <label htmlFor={field}>{t('lists.choose')}</label>
          <Select
            id={field}
            className={styles.wide}
            value={list.id}
            options={lists.map(({ id, name, waiting }) => ({
              value: id,
              label: `${name} · ${t('lists.waiting')} ${waiting.count}${waiting.more ? '+' : ''}`,
            }))}
            onChange={(id: string) => setSearch({ list: id })}
          />
        </div>
        <Figures list={list} />
      </div>
      <EntriesPanel key={list.id} list={list} />
      <QuotasPanel list={list.id} />
    </>
  );
}

function Figures({ list }: { list: WaitingListDto }) {
  const { t } = useTexts('allotment');
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{t('lists.waiting')}</dt>
        <dd>
          {list.waiting.count}
          {list.waiting.more && '+'}
        </dd>
      </div>
      <div>
        <dt>{t('lists.left')}</dt>
        <dd>{list.left}</dd>
      </div>
      <div>
        <dt>{t('lists.owner')}</dt>
        <dd>{list.organisationName ?? t('common:none')}</dd>
      </div>
      {list.closed && <Tag tone="warn">{t('lists.closed')}</Tag>}
    </dl>
  );
}
