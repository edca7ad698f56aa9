import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { peopleQuery } from '../api/admin';
import { shortInstant } from '../i18n/dates';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { NewPerson } from './NewPerson';
import styles from './People.module.css';
import { PersonState } from './PersonState';

/** Accounts: who there is, and in which roles. */
export default function PeoplePage() {
  const { t } = useTexts('admin');
  const { areas } = useSession();
  const [search, setSearch] = useSearchParams();
  const [creating, setCreating] = useState(false);
  const q = search.get('q') ?? '';
  const cursor = search.get('cursor') ?? undefined;
  const people = useQuery(peopleQuery(q, cursor));
  return (
    <div className={styles.page}>
      <PageTitle
        title={t('people.title')}
        extra={
          <>
            <Input.Search
              key={q}
              className={styles.search}
              defaultValue={q}
              allowClear
              placeholder={t('people.search')}
              aria-label={t('people.search')}
              onSearch={(text) => setSearch(text.trim() === '' ? {} : { q: text.trim() })}
            />
            {areas.includes('accounts') && (
              <Button type="primary" onClick={() => setCreating(true)}>
                {t('people.create')}
              </Button>
            )}
          </>
        }
      />
      <QueryView query={people}>
        {(found) => (
          <Panel flush>
            {found.items.length === 0 && <EmptyState title={t('people.none')}>{t('people.noneText')}</EmptyState>}
            {found.items.length > 0 && (
              <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('people.title')}>
                <table className={styles.table}>
                  <thead>
                    <tr>
                      {(['name', 'userName', 'roles', 'state', 'lastSignIn'] as const).map((column) => (
                        <th key={column} scope="col">
                          {t(`people.${column}`)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {found.items.map((person) => (
                      <tr key={person.id}>
                        <td>
                          <Link to={`/admin/people/${person.id}`}>{person.name}</Link>
                        </td>
                        <td>{person.userName}</td>
                        <td>
                          {person.roles
                            .map((role) => `${role.roleName} · ${role.regionName}`)
                            .join(t('common:listComma'))}
                        </td>
                        <td>
                          <PersonState person={person} />
                        </td>
                        <td>{person.lastSignIn ? shortInstant(person.lastSignIn) : '—'}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            {(found.next ?? cursor) && (
              <p className={styles.pages}>
                {cursor && <Button onClick={() => setSearch(q ? { q } : {})}>{t('people.first')}</Button>}
                {found.next !== null && (
                  <Button onClick={() => setSearch({ ...(q ? { q } : {}), cursor: found.next ?? '' })}>
                    {t('people.next')}
                  </Button>
                )}
              </p>
            )}
          </Panel>
        )}
      </QueryView>
      {creating && <NewPerson close={() => setCreating(false)} />}
    </div>
  );
}
