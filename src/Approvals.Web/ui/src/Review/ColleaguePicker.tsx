import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { colleaguesQuery } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';

interface Props {
  task: string;
  transfer?: boolean;
  many: boolean;
  value: string[];
  set: (people: string[]) => void;
}

/** Colleagues by name; the server finds those who may see the case, or to whom the task may be handed on. */
export function ColleaguePicker({ task, transfer = false, many, value, set }: Props) {
  const { t } = useTexts('review');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string }[]>([]);
  const found = useQuery(colleaguesQuery(task, name.trim(), transfer));
  const options = (found.data?.items ?? []).map((person) => ({
    value: person.id,
    label: person.place === '' ? person.name : `${person.name} · ${person.place}`,
  }));
  const known = chosen.filter(
    (one) => value.includes(one.value) && !options.some((other) => other.value === one.value),
  );
  return (
    <>
      {found.error && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      <Select
        mode={many ? 'multiple' : undefined}
        style={{ width: '100%' }}
        aria-label={t(many ? 'ask.colleagues' : 'ask.colleague')}
        placeholder={t('colleague.placeholder')}
        showSearch={{ filterOption: false, onSearch: setName }}
        loading={found.isFetching}
        value={many ? value : (value[0] ?? null)}
        onChange={(next: string | string[] | null) => {
          const ids = next === null ? [] : [next].flat();
          setChosen([...known, ...options].filter((one) => ids.includes(one.value)));
          set(ids);
        }}
        options={[...options, ...known]}
        notFoundContent={found.isFetching ? null : t('colleague.none')}
      />
      {found.data?.more && <p className="muted">{t('colleague.more')}</p>}
    </>
  );
}
