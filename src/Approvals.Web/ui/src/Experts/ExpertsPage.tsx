import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ExpertDto } from '../api/contract';
import { expertChoicesQuery, expertsQuery, importExperts } from '../api/experts';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { latest } from '../Layout/latest';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import people from '../People/People.module.css';
import { SheetDialog } from '../Sheets/SheetDialog';
import { ExpertDialog } from './ExpertDialog';
import { ExpertRow } from './ExpertRow';
import styles from './Experts.module.css';

/** The pool of experts by field: who can be drawn, who is away, whom each does not judge. */
export default function ExpertsPage() {
  const { t } = useTexts('experts');
  const keeps = useSession().areas.includes('team');
  const [search, setSearch] = useSearchParams();
  const [q, field, closed, cursor] = ['q', 'field', 'closed', 'cursor'].map((name) => search.get(name) ?? undefined);
  const experts = useQuery(expertsQuery({ q, field, closed: closed === 'yes', cursor }));
  const choices = useQuery(expertChoicesQuery);
  const [changing, setChanging] = useState<ExpertDto | 'new'>();
  const [importing, setImporting] = useState(false);
  const narrow = (change: Record<string, string | undefined>) =>
    setSearch(
      Object.fromEntries(
        Object.entries({ q, field, closed, ...change }).filter((entry): entry is [string, string] => Boolean(entry[1])),
      ),
    );
  return (
    <div className={people.page}>
      <PageTitle
        title={t('title')}
        below={t('text')}
        extra={
          <>
            <Select
              className={styles.field}
              value={field ?? ''}
              aria-label={t('field')}
              options={[
                { value: '', label: t('allFields') },
                ...(choices.data?.fields ?? []).map(({ code, name }) => ({ value: code, label: name })),
              ]}
              onChange={(value: string) => narrow({ field: value })}
            />
            <Input.Search
              key={q}
              className={people.search}
              defaultValue={q}
              allowClear
              placeholder={t('search')}
              aria-label={t('search')}
              onSearch={(text) => narrow({ q: text.trim() })}
            />
            <Checkbox
              checked={closed === 'yes'}
              onChange={(event) => narrow({ closed: event.target.checked ? 'yes' : undefined })}
            >
              {t('closedToo')}
            </Checkbox>
            {keeps && (
              <>
                <Button onClick={() => setImporting(true)}>{t('import.title')}</Button>
                <Button type="primary" onClick={() => setChanging('new')}>
                  {t('add')}
                </Button>
              </>
            )}
          </>
        }
      />
      <QueryView query={experts}>
        {(found) => (
          <Panel flush>
            {found.items.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
            <ul>
              {found.items.map((one) => (
                <ExpertRow key={one.id} expert={one} change={() => setChanging(one)} />
              ))}
            </ul>
            {(found.next ?? cursor) && (
              <p className={people.pages}>
                {cursor && <Button onClick={() => narrow({})}>{t('first')}</Button>}
                {found.next !== null && (
                  <Button onClick={() => narrow({ cursor: found.next ?? '' })}>{t('next')}</Button>
                )}
              </p>
            )}
          </Panel>
        )}
      </QueryView>
      {choices.error && <ProblemAlert error={choices.error} retry={() => void choices.refetch()} />}
      {changing && choices.data && (
        <ExpertDialog
          expert={changing === 'new' ? undefined : latest(experts.data?.items, changing)}
          choices={choices.data}
          close={() => setChanging(undefined)}
        />
      )}
      {importing && (
        <SheetDialog
          title={t('import.title')}
          columns={t('import.columns')}
          take={importExperts}
          queryKey={['experts']}
          close={() => setImporting(false)}
        />
      )}
    </div>
  );
}
