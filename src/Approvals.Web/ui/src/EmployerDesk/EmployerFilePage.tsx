import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { EmployerFileDto } from '../api/contract';
import { employerFileQuery } from '../api/employers';
import styles from '../Employers/Employers.module.css';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import people from '../People/People.module.css';
import { AgentRow } from './AgentRow';
import { ChangeDialog } from './ChangeDialog';

/** An employer, who acts for it, and what became of it. */
export default function EmployerFilePage() {
  const { id = '' } = useParams();
  const file = useQuery(employerFileQuery(id));
  return (
    <div className={people.page}>
      <QueryView query={file} panels={2}>
        {(found) => <EmployerFile file={found} />}
      </QueryView>
    </div>
  );
}

function EmployerFile({ file }: { file: EmployerFileDto }) {
  const { t } = useTexts('employers');
  const client = useQueryClient();
  const [changing, setChanging] = useState(false);
  const again = () => client.invalidateQueries({ queryKey: ['employer-desk'] });
  return (
    <>
      <PageTitle
        title={file.name}
        crumbs={[{ to: '/work/employers', text: t('desk.title') }]}
        below={
          <>
            {file.uscc} · {file.regionName}{' '}
            {file.closedAt ? (
              <Tag>{t('desk.closed')}</Tag>
            ) : (
              <Tag tone={file.verifiedAt ? 'ok' : 'warn'}>{t(file.verifiedAt ? 'verified' : 'unverified')}</Tag>
            )}
          </>
        }
        extra={!file.closedAt && <Button onClick={() => setChanging(true)}>{t('desk.change')}</Button>}
      />
      <Panel title={t('desk.agents')} flush>
        {file.mandates.length === 0 && <EmptyState title={t('desk.noAgents')} />}
        <ul>
          {file.mandates.map((mandate) => (
            <AgentRow key={mandate.id} mandate={mandate} again={again} />
          ))}
        </ul>
      </Panel>
      <Panel title={t('desk.history')} flush>
        {file.history.length === 0 && <EmptyState title={t('desk.noHistory')} />}
        <ul>
          {file.history.map((change, index) => (
            <li key={`${change.kind} ${index}`} className={styles.date}>
              <strong>{isoDay(change.on)}</strong>
              <span>
                {t(`desk.kinds.${change.kind}`)}
                {change.nameBefore !== change.nameAfter &&
                  ` · ${t('desk.renamed', { before: change.nameBefore, after: change.nameAfter })}`}
                {change.successor && ` · ${t('desk.merged', { successor: change.successor })}`}
                <span className="muted"> · {[change.reason, change.by].filter(Boolean).join(' · ')}</span>
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      {changing && <ChangeDialog file={file} close={() => setChanging(false)} again={again} />}
    </>
  );
}
