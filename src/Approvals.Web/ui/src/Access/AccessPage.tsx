import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { accessQuery, peopleQuery } from '../api/admin';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Entry } from '../Layout/Entry';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import styles from '../People/People.module.css';
import { AccessAnswer } from './AccessAnswer';

/** Why somebody can see a case: asked of the same function that opens cases. */
export default function AccessPage() {
  const { t } = useTexts('access');
  const [search, setSearch] = useSearchParams();
  const person = search.get('person') ?? '';
  const number = search.get('case') ?? '';
  return (
    <div className={styles.page}>
      <PageTitle title={t('title')} below={t('text')} />
      <Panel>
        <Question
          key={`${person} ${number}`}
          person={person}
          number={number}
          ask={(chosen, asked) => setSearch({ person: chosen, case: asked })}
        />
      </Panel>
      {person !== '' && number !== '' ? (
        <Answer person={person} number={number} />
      ) : (
        <Panel>
          <EmptyState title={t('start')}>{t('startText')}</EmptyState>
        </Panel>
      )}
    </div>
  );
}

interface Asked {
  person: string;
  number: string;
  ask: (person: string, number: string) => void;
}

function Question({ person, number, ask }: Asked) {
  const { t } = useTexts('access');
  const [chosen, setChosen] = useState(person);
  const [typedNumber, setTypedNumber] = useState(number);
  const [typed, setTyped] = useState(person);
  const people = useQuery(peopleQuery(typed, undefined));
  const send = () => ask(chosen, typedNumber.trim());
  return (
    <div className={styles.ask}>
      <Entry label={t('person')}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            value={people.data?.items.some((one) => one.id === chosen) ? chosen : undefined}
            showSearch={{ filterOption: false, onSearch: setTyped }}
            options={people.data?.items.map((one) => ({ value: one.id, label: `${one.name} · ${one.userName}` }))}
            onChange={setChosen}
          />
        )}
      </Entry>
      <Entry label={t('case')}>
        {(id) => (
          <Input
            id={id}
            value={typedNumber}
            maxLength={64}
            onPressEnter={() => chosen !== '' && send()}
            onChange={(event) => setTypedNumber(event.target.value)}
          />
        )}
      </Entry>
      <Button type="primary" disabled={chosen === '' || typedNumber.trim() === ''} onClick={send}>
        {t('ask')}
      </Button>
    </div>
  );
}

function Answer({ person, number }: { person: string; number: string }) {
  const found = useQuery(accessQuery(person, number));
  return (
    <QueryView query={found} panels={2}>
      {(access) => <AccessAnswer access={access} />}
    </QueryView>
  );
}
