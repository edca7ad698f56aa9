import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { IncidentDetailDto, IncidentGroupDto } from '../api/contract';
import { incidentQuery, incidentsQuery, skipIncident, stoppedCasesQuery } from '../api/incidents';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import styles from '../People/People.module.css';

/** The cases of one kind; of the chosen one what was read, and the ways on. */
export function IncidentDrawer({ kind, close }: { kind: IncidentGroupDto; close: () => void }) {
  const { t } = useTexts('admin');
  const [chosen, setChosen] = useState(kind.first.id);
  const [cursor, setCursor] = useState<string>();
  const cases = useQuery(
    stoppedCasesQuery({ version: kind.version, activity: kind.activity, code: kind.code }, cursor),
  );
  const detail = useQuery(incidentQuery(chosen));
  return (
    <Drawer open size={480} title={kind.activityName} onClose={close}>
      <QueryView query={detail} panels={1}>
        {(found) => <Detail key={chosen} found={found} close={close} />}
      </QueryView>
      {kind.count > 1 && (
        <>
          <h3>{t('incidents.cases')}</h3>
          <QueryView query={cases} panels={1}>
            {(page) => (
              <>
                <ul>
                  {page.items.map((row) => (
                    <li key={row.id}>
                      <Button type="link" aria-current={row.id === chosen} onClick={() => setChosen(row.id)}>
                        {row.caseNumber} · {shortInstant(row.at)}
                      </Button>
                    </li>
                  ))}
                </ul>
                {page.next !== null && (
                  <Button type="link" onClick={() => setCursor(page.next ?? undefined)}>
                    {t('incidents.next')}
                  </Button>
                )}
              </>
            )}
          </QueryView>
        </>
      )}
    </Drawer>
  );
}

function Detail({ found, close }: { found: IncidentDetailDto; close: () => void }) {
  const { t } = useTexts('admin');
  return (
    <>
      <p>
        <strong>{found.incident.reason}</strong>
      </p>
      <p className="muted">
        {[found.incident.caseNumber, found.serviceName, shortInstant(found.incident.at)].join(' · ')}
      </p>
      {found.expression && (
        <p>
          {t('incidents.expression')} <code>{found.expression}</code>
        </p>
      )}
      <h3>{t('incidents.inputs')}</h3>
      {found.inputs.length === 0 && <p className="muted">{t('incidents.noInputs')}</p>}
      <dl>
        {found.inputs.map((input) => (
          <div key={input.name}>
            <dt className="muted">
              {input.label ?? ''} <code>{input.name}</code>
            </dt>
            <dd>
              {input.value ?? t('incidents.empty')} {input.masked && `(${t('incidents.masked')})`}
            </dd>
          </div>
        ))}
      </dl>
      {found.mayMend && !found.resolved && (
        <>
          {found.outcomes.length > 0 ? (
            <Skip found={found} close={close} />
          ) : (
            <p className="muted">{t('incidents.noSkip')}</p>
          )}
          <p>
            <Link to={`/admin/cases/${found.incident.caseId}/move`}>{t('incidents.move')}</Link>
          </p>
        </>
      )}
    </>
  );
}

function Skip({ found, close }: { found: IncidentDetailDto; close: () => void }) {
  const { t } = useTexts('admin');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<string>();
  const [reason, setReason] = useState('');
  const skip = useMutation({
    mutationFn: () => skipIncident(found.incident.id, { outcome: outcome ?? '', reason: reason.trim() }),
    onSuccess: async () => {
      message.success(t('incidents.skipped'));
      await client.invalidateQueries({ queryKey: incidentsQuery.queryKey });
      close();
    },
  });
  return (
    <section aria-label={t('incidents.skip')}>
      <h3>{t('incidents.skipTitle')}</h3>
      {skip.error && <ProblemAlert error={skip.error} />}
      <Entry label={t('incidents.outcome')}>
        {(id) => <Select id={id} value={outcome} options={[...found.outcomes]} onChange={setOutcome} />}
      </Entry>
      <Entry label={t('incidents.reason')}>
        {(id) => <Input id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </Entry>
      <div className={styles.buttons}>
        <Button
          danger
          disabled={outcome === undefined || reason.trim().length < 2}
          loading={skip.isPending}
          onClick={() => skip.mutate()}
        >
          {t('incidents.skip')}
        </Button>
      </div>
    </section>
  );
}
