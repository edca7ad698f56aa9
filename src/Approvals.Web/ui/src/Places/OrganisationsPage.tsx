import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { KeptOrganisationDto } from '../api/contract';
import { keptOrganisationsQuery } from '../api/places';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import styles from '../People/People.module.css';
import { ImportPlaces } from './ImportPlaces';
import { OrganisationDialog } from './OrganisationDialog';

/** The register of organisations: authorities, employers, hospitals, whoever people act for. */
export default function OrganisationsPage() {
  const { t } = useTexts('places');
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const cursor = search.get('cursor') ?? undefined;
  const organisations = useQuery(keptOrganisationsQuery(q, cursor));
  const [changing, setChanging] = useState<KeptOrganisationDto | 'new'>();
  const [importing, setImporting] = useState(false);
  return (
    <div className={styles.page}>
      <PageTitle
        title={t('organisations.title')}
        below={t('organisations.text')}
        extra={
          <>
            <Input.Search
              key={q}
              className={styles.search}
              defaultValue={q}
              allowClear
              placeholder={t('organisations.search')}
              aria-label={t('organisations.search')}
              onSearch={(text) => setSearch(text.trim() === '' ? {} : { q: text.trim() })}
            />
            <Button onClick={() => setImporting(true)}>{t('import.organisations')}</Button>
            <Button type="primary" onClick={() => setChanging('new')}>
              {t('organisations.add')}
            </Button>
          </>
        }
      />
      <QueryView query={organisations}>
        {(found) => (
          <Panel flush>
            {found.items.length === 0 && (
              <EmptyState title={t('organisations.none')}>{t('organisations.noneText')}</EmptyState>
            )}
            <ul>
              {found.items.map((one) => (
                <Row key={one.id} organisation={one} change={() => setChanging(one)} />
              ))}
            </ul>
            {(found.next ?? cursor) && (
              <p className={styles.pages}>
                {cursor && <Button onClick={() => setSearch(q ? { q } : {})}>{t('first')}</Button>}
                {found.next !== null && (
                  <Button onClick={() => setSearch({ ...(q ? { q } : {}), cursor: found.next ?? '' })}>
                    {t('next')}
                  </Button>
                )}
              </p>
            )}
          </Panel>
        )}
      </QueryView>
      {changing && (
        <OrganisationDialog
          organisation={changing === 'new' ? undefined : changing}
          close={() => setChanging(undefined)}
        />
      )}
      {importing && <ImportPlaces kind="organisations" close={() => setImporting(false)} />}
    </div>
  );
}

function Row({ organisation, change }: { organisation: KeptOrganisationDto; change: () => void }) {
  const { t } = useTexts('places');
  const { closedAt, verifiedAt } = organisation;
  return (
    <li className={styles.role}>
      <div>
        <p>
          <strong>{organisation.name}</strong>{' '}
          {closedAt !== null ? (
            <Tag>{t('organisations.closed', { day: isoDay(closedAt) })}</Tag>
          ) : (
            <Tag tone={verifiedAt === null ? 'warn' : 'ok'}>
              {t(verifiedAt === null ? 'organisations.unverified' : 'organisations.verified')}
            </Tag>
          )}
        </p>
        <p className="muted small">
          {organisation.uscc} · {organisation.kindName} · {organisation.regionName}
        </p>
      </div>
      <Button size="small" onClick={change}>
        {t('change')}
        <span className="visually-hidden"> {organisation.name}</span>
      </Button>
    </li>
  );
}
