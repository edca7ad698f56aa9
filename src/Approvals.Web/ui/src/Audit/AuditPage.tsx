import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { type AuditSearch, auditArchiveUrl, auditQuery } from '../api/audit';
import type { AuditEntryDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import styles from '../People/People.module.css';
import { AuditFilters } from './AuditFilters';
import { told } from './told';

/** Who did what, when; taken out with the seals that prove it. */
export default function AuditPage() {
  const { t } = useTexts('audit');
  const [search, setSearch] = useSearchParams();
  const of = (name: keyof AuditSearch) => search.get(name) ?? '';
  const filter = { from: of('from'), to: of('to'), actor: of('actor'), action: of('action'), case: of('case') };
  const cursor = search.get('cursor') ?? undefined;
  const found = useQuery(auditQuery(filter, cursor));
  const show = (chosen: AuditSearch, next?: string) =>
    setSearch(Object.entries({ ...chosen, cursor: next ?? '' }).filter(([, value]) => value !== ''));
  return (
    <div className={styles.page}>
      <PageTitle
        title={t('title')}
        below={t('text')}
        extra={<Button href={auditArchiveUrl(filter)}>{t('export')}</Button>}
      />
      <Panel>
        <AuditFilters filter={filter} choose={(chosen) => show(chosen)} />
      </Panel>
      <QueryView query={found}>
        {(page) => (
          <Panel flush>
            {page.items.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
            <ul>
              {page.items.map((entry) => (
                <Line key={entry.id} entry={entry} />
              ))}
            </ul>
            {(page.next ?? cursor) && (
              <p className={styles.pages}>
                {cursor && <Button onClick={() => show(filter)}>{t('first')}</Button>}
                {page.next !== null && <Button onClick={() => show(filter, page.next ?? '')}>{t('next')}</Button>}
              </p>
            )}
          </Panel>
        )}
      </QueryView>
    </div>
  );
}

function Line({ entry }: { entry: AuditEntryDto }) {
  const { t } = useTexts('audit');
  return (
    <li className={styles.role}>
      <div className={styles.line}>
        <p>
          <strong>{entry.actionName}</strong> · {entry.actor ?? t('system')}
          {entry.caseNumber !== null && ` · ${entry.caseNumber}`}
        </p>
        <p className="muted small">
          {shortInstant(entry.at)} · {entry.subjectKind} {entry.subjectId}
          {entry.address !== null && ` · ${entry.address}`}
        </p>
        {entry.data !== null && <code className={styles.code}>{told(entry.data)}</code>}
      </div>
      <Tag tone={entry.position === null ? 'plain' : 'ok'}>
        {entry.position === null ? t('unsealed') : t('sealed', { position: entry.position })}
      </Tag>
    </li>
  );
}
