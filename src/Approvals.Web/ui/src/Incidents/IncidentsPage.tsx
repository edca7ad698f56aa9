import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import type { IncidentGroupDto } from '../api/contract';
import { incidentsQuery, retryIncident, retryKind } from '../api/incidents';
import { messageOf } from '../api/problem';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { BatchView } from '../Layout/BatchView';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import styles from '../People/People.module.css';
import { IncidentDrawer } from './IncidentDrawer';

/** What stopped cases, one entry for each kind; tried again once the cause is mended. */
export default function IncidentsPage() {
  const { t } = useTexts('admin');
  const incidents = useQuery(incidentsQuery);
  const [shown, setShown] = useState<IncidentGroupDto>();
  return (
    <div className={styles.page}>
      <PageTitle title={t('incidents.title')} below={t('incidents.text')} />
      <QueryView query={incidents}>
        {(found) => (
          <Panel flush>
            {found.length === 0 && <EmptyState title={t('incidents.none')}>{t('incidents.noneText')}</EmptyState>}
            <ul>
              {found.map((kind) => (
                <Kind key={`${kind.version} ${kind.activity} ${kind.code}`} kind={kind} show={() => setShown(kind)} />
              ))}
            </ul>
          </Panel>
        )}
      </QueryView>
      {shown && <IncidentDrawer kind={shown} close={() => setShown(undefined)} />}
    </div>
  );
}

function Kind({ kind, show }: { kind: IncidentGroupDto; show: () => void }) {
  const { t } = useTexts('admin');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [batch, setBatch] = useState<string>();
  const again = () => client.invalidateQueries({ queryKey: incidentsQuery.queryKey });
  const retry = useMutation({
    mutationFn: async () => {
      if (kind.count === 1) {
        await retryIncident(kind.first.id);
        return undefined;
      }
      return (await retryKind({ version: kind.version, activity: kind.activity, code: kind.code }, idempotencyKey))
        .batch;
    },
    onSuccess: async (ordered) => {
      setBatch(ordered);
      if (ordered === undefined) {
        message.success(t('incidents.retried'));
        await again();
      }
    },
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  return (
    <li className={styles.role}>
      <div>
        <p>
          <Tag tone={kind.count > 1 ? 'error' : 'warn'}>{t('incidents.count', { count: kind.count })}</Tag>{' '}
          <strong>{kind.reason}</strong>
        </p>
        <p className="muted">
          {[
            kind.count === 1 ? kind.first.caseNumber : '',
            kind.serviceName,
            t('incidents.version', { version: kind.number }),
            kind.activityName,
            t('incidents.since', { at: shortInstant(kind.since) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {kind.expression && <code>{kind.expression}</code>}
      </div>
      <div className={styles.buttons}>
        <Button onClick={show}>{t('incidents.detail')}</Button>
        <Button loading={retry.isPending} onClick={() => retry.mutate()}>
          {kind.count > 1 ? t('incidents.retryAll', { count: kind.count }) : t('common:retry')}
        </Button>
      </div>
      {batch !== undefined && (
        <Modal
          open
          title={kind.reason}
          footer={null}
          onCancel={() => {
            setBatch(undefined);
            void again();
          }}
        >
          <BatchView id={batch} />
        </Modal>
      )}
    </li>
  );
}
