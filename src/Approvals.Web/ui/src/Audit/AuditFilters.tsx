import { useQuery } from '@tanstack/react-query';
import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { peopleQuery } from '../api/admin';
import type { AuditSearch } from '../api/audit';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import styles from '../People/People.module.css';

const kinds = [
  'case',
  'roles',
  'account',
  'access',
  'regions',
  'organisations',
  'substitutes',
  'keys',
  'audit',
] as const;

/** Days, who, what, and which case. */
export function AuditFilters({ filter, choose }: { filter: AuditSearch; choose: (filter: AuditSearch) => void }) {
  const { t } = useTexts('audit');
  const { today } = useSession();
  const [typed, setTyped] = useState(filter.actor);
  const people = useQuery(peopleQuery(typed, undefined));
  const from = filter.from === '' ? dayjs(today).subtract(30, 'day') : dayjs(filter.from);
  const to = filter.to === '' ? dayjs(today) : dayjs(filter.to);
  return (
    <div className={styles.filters}>
      <Entry label={t('days')}>
        {(id) => (
          <DatePicker.RangePicker
            id={{ start: id }}
            value={[from, to]}
            allowClear={false}
            maxDate={dayjs(today)}
            onChange={(range) =>
              range?.[0] &&
              range[1] &&
              choose({ ...filter, from: range[0].format('YYYY-MM-DD'), to: range[1].format('YYYY-MM-DD') })
            }
          />
        )}
      </Entry>
      <Entry label={t('actor')}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            allowClear
            value={filter.actor === '' ? undefined : filter.actor}
            showSearch={{ filterOption: false, onSearch: setTyped }}
            options={people.data?.items.map((one) => ({ value: one.id, label: `${one.name} · ${one.userName}` }))}
            onChange={(actor: string | undefined) => choose({ ...filter, actor: actor ?? '' })}
          />
        )}
      </Entry>
      <Entry label={t('action')}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            allowClear
            value={filter.action === '' ? undefined : filter.action}
            options={kinds.map((kind) => ({ value: `${kind}.`, label: t(`kind.${kind}`) }))}
            onChange={(action: string | undefined) => choose({ ...filter, action: action ?? '' })}
          />
        )}
      </Entry>
      <Entry label={t('case')}>
        {(id) => (
          <Input.Search
            id={id}
            defaultValue={filter.case}
            maxLength={64}
            allowClear
            onSearch={(number) => choose({ ...filter, case: number.trim() })}
          />
        )}
      </Entry>
    </div>
  );
}
