import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { incidentsQuery, retryIncident } from '../api/admin';
import type { IncidentDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import styles from '../People/People.module.css';

/** What stopped a case, in a policy editor's words; tried again once the cause is mended. */
export default function IncidentsPage() {
  const { t } = useTexts('admin');
  const incidents = useQuery(incidentsQuery);
  return (
    <div className={styles.page}>
      <PageTitle title={t('incidents.title')} below={t('incidents.text')} />
      <QueryView query={incidents}>
        {(found) => (
          <Panel flush>
            {found.length === 0 && <EmptyState title={t('incidents.none')}>{t('incidents.noneText')}</EmptyState>}
            <ul>
              {found.map((incident) => (
                <Incident key={incident.id} incident={incident} />
              ))}
            </ul>
          </Panel>
        )}
      </QueryView>
    </div>
  );
}

function Incident({ incident }: { incident: IncidentDto }) {
  const { t } = useTexts('admin');
  const { message } = App.useApp();
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => retryIncident(incident.id),
    onSuccess: () => {
      message.success(t('incidents.retried'));
      return client.invalidateQueries({ queryKey: incidentsQuery.queryKey });
    },
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  return (
    <li className={styles.role}>
      <div>
        <strong>{incident.reason}</strong>
        <p className="muted">
          {[incident.caseNumber, incident.serviceName, incident.activity, shortInstant(incident.at)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {incident.expression && <code>{incident.expression}</code>}
      </div>
      <Button loading={retry.isPending} onClick={() => retry.mutate()}>
        {t('common:retry')}
      </Button>
    </li>
  );
}
