import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CounterDto } from '../api/contract';
import { fileAtCounter } from '../api/employers';
import styles from '../Employers/Employers.module.css';
import { PersonEntries, usePersonEntries } from '../Employers/PersonEntries';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** Who is present, what they want, and that the document was compared. */
export function StartFiling({ desk }: { desk: CounterDto }) {
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
