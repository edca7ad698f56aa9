import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CounterDto } from '../api/contract';
import { counterQuery, fileAtCounter } from '../api/employers';
import styles from '../Employers/Employers.module.css';
import { PersonEntries, usePersonEntries } from '../Employers/PersonEntries';
import { CaseRow } from '../Home/CasesPanel';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Entry } from '../Layout/Entry';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import people from '../People/People.module.css';

/** A clerk files for somebody who stands at the counter. */
export default function CounterPage() {
  const { t } = useTexts('employers');
  const found = useQuery(counterQuery);
  return (
    <div className={people.page}>
      <PageTitle title={t('counter.title')} below={t('counter.text')} />
      <QueryView query={found} panels={2}>
        {(desk) => (
          <>
            <Start desk={desk} />
            {desk.drafts.length > 0 && (
              <Panel title={t('counter.drafts')} flush>
                <ul>
                  {desk.drafts.map((draft) => (
                    <li key={draft.id} className={styles.row}>
                      <Link to={`/work/counter/apply/${draft.id}`}>
                        {draft.serviceName} · {draft.applicant}
                      </Link>
                      <span className="muted">{shortInstant(draft.savedAt)}</span>
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
            <Panel title={t('counter.cases')} flush>
              {desk.cases.length === 0 && <EmptyState title={t('counter.none')}>{t('counter.noneText')}</EmptyState>}
              <ul>
                {desk.cases.map((one) => (
                  <li key={one.id} className={styles.row}>
                    <div>
                      <CaseRow summary={one} to={`/work/cases/${one.id}`} />
                    </div>
                  </li>
                ))}
              </ul>
            </Panel>
          </>
        )}
      </QueryView>
    </div>
  );
}

function Start({ desk }: { desk: CounterDto }) {
  const { t } = useTexts('employers');
  const navigate = useNavigate();
  const [service, setService] = useState(desk.services[0]?.value ?? '');
  const [seen, setSeen] = useState(false);
  const open = useMutation({
    mutationFn: fileAtCounter,
    onSuccess: ({ id }) => navigate(`/work/counter/apply/${id}`),
  });
  const entries = usePersonEntries(open.error);
  return (
    <Panel title={t('counter.start')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate({ service, person: entries.person, documentSeen: seen });
        }}
      >
        {open.error && !entries.placed && <ProblemAlert error={open.error} />}
        <Entry label={t('counter.service')}>
          {(id) => (
            <Select
              id={id}
              size="large"
              style={{ width: '100%' }}
              value={service}
              options={[...desk.services]}
              onChange={setService}
            />
          )}
        </Entry>
        <PersonEntries {...entries} />
        <p className={styles.check}>
          <Checkbox checked={seen} onChange={(event) => setSeen(event.target.checked)}>
            {t('counter.seen')}
          </Checkbox>
        </p>
        <Button
          type="primary"
          htmlType="submit"
          disabled={!entries.complete || !seen || !service}
          loading={open.isPending}
        >
          {t('counter.open')}
        </Button>
      </form>
    </Panel>
  );
}
