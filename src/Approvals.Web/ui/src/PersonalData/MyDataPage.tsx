import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ConsentDto, MyDataDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { myDataQuery, withdrawConsent } from '../api/voice';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import people from '../People/People.module.css';
import { CorrectDialog } from './CorrectDialog';
import { DataRequestRow } from './DataRequestRow';
import { EraseDialog } from './EraseDialog';
import { ExportDialog } from './ExportDialog';

/** What is kept of the reader: to see, to take along, to correct, to erase. */
export default function MyDataPage() {
  const { t } = useTexts('voice');
  const found = useQuery(myDataQuery);
  return (
    <>
      <PageTitle title={t('data.title')} below={t('data.text')} />
      <QueryView query={found}>{(data) => <Parts data={data} />}</QueryView>
    </>
  );
}

function Parts({ data }: { data: MyDataDto }) {
  const { t } = useTexts('voice');
  const [asking, setAsking] = useState<'export' | 'correct' | 'erase'>();
  const close = () => setAsking(undefined);
  return (
    <>
      <Panel title={t('data.kept')} extra={<Button onClick={() => setAsking('export')}>{t('data.export')}</Button>}>
        <p>{data.kept.map((kind) => `${kind.name} ${kind.count}`).join(' · ')}</p>
      </Panel>
      <Panel
        title={t('data.requests')}
        extra={<Button onClick={() => setAsking('correct')}>{t('data.correct')}</Button>}
        flush
      >
        {data.requests.length === 0 && <EmptyState title={t('data.noRequests')}>{t('data.noRequestsText')}</EmptyState>}
        <ul>
          {data.requests.map((row) => (
            <DataRequestRow key={row.id} row={row} />
          ))}
        </ul>
      </Panel>
      <Panel title={t('data.consents')} flush>
        {data.consents.length === 0 && <EmptyState title={t('data.noConsents')}>{t('data.noConsentsText')}</EmptyState>}
        <ul>
          {data.consents.map((row) => (
            <Consent key={row.id} row={row} />
          ))}
        </ul>
      </Panel>
      <Panel title={t('data.erasure')}>
        <p>{data.erasureObstacle ?? t('data.eraseText')}</p>
        <Button
          danger
          disabled={data.erasureObstacle !== null}
          style={{ marginTop: 12 }}
          onClick={() => setAsking('erase')}
        >
          {t('data.erase')}
        </Button>
      </Panel>
      {asking === 'export' && <ExportDialog close={close} />}
      {asking === 'correct' && <CorrectDialog fields={data.fields} close={close} />}
      {asking === 'erase' && <EraseDialog close={close} />}
    </>
  );
}

function Consent({ row }: { row: ConsentDto }) {
  const { t } = useTexts('voice');
  const { message } = App.useApp();
  const client = useQueryClient();
  const back = useMutation({
    mutationFn: () => withdrawConsent(row.id),
    onSuccess: () => client.invalidateQueries({ queryKey: myDataQuery.queryKey }),
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  return (
    <li className={people.role}>
      <div>
        <p>
          {row.purpose} {row.withdrawnAt && <Tag>{t('data.withdrawn')}</Tag>}
        </p>
        <p className="muted small">
          {row.caseId && <Link to={`/cases/${row.caseId}`}>{row.caseNumber}</Link>} {shortInstant(row.givenAt)}
        </p>
      </div>
      {!row.withdrawnAt && (
        <Popconfirm
          title={t('data.withdrawConsent')}
          description={t('data.withdrawConsentText')}
          okText={t('data.withdraw')}
          cancelText={t('common:cancel')}
          onConfirm={() => back.mutate()}
        >
          <Button loading={back.isPending}>{t('data.withdraw')}</Button>
        </Popconfirm>
      )}
    </li>
  );
}
