import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, DatePicker, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { SubstitutionsDto } from '../api/contract';
import { colleaguesQuery, setSubstitute, substitutionsQuery } from '../api/substitutions';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

const iso = 'YYYY-MM-DD';

/** Who is away, who acts, from when to when, and why. */
export function SubstituteDialog({ choices, close }: { choices: SubstitutionsDto; close: () => void }) {
  const { t } = useTexts('substitutes');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { today } = useSession();
  const [person, setPerson] = useState(choices.people[0]?.id ?? '');
  const [substitute, setSubstituteUser] = useState<string>();
  const [days, setDays] = useState<[Dayjs, Dayjs]>([dayjs(today), dayjs(today)]);
  const [service, setService] = useState<string>();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const colleagues = useQuery(colleaguesQuery(person, typed));
  const set = useMutation({
    mutationFn: () =>
      setSubstitute({
        person,
        substitute: substitute ?? '',
        from: days[0].format(iso),
        to: days[1].format(iso),
        reason: reason.trim(),
        service,
      }),
    onSuccess: async () => {
      message.success(t('set'));
      await client.invalidateQueries({ queryKey: substitutionsQuery.queryKey });
      close();
    },
  });
  return (
    <Modal
      open
      title={t('add')}
      okText={t('add')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !substitute || reason.trim().length < 2 }}
      confirmLoading={set.isPending}
      onOk={() => set.mutate()}
      onCancel={close}
    >
      {set.error && <ProblemAlert error={set.error} />}
      {choices.people.length > 1 && (
        <Entry label={t('person')}>
          {(id) => (
            <Select
              id={id}
              value={person}
              options={choices.people.map(({ id: value, name, place }) => ({ value, label: `${name} · ${place}` }))}
              onChange={(value) => {
                setPerson(value);
                setSubstituteUser(undefined);
              }}
            />
          )}
        </Entry>
      )}
      <Entry label={t('substitute')}>
        {(id) => (
          <Select
            id={id}
            value={substitute}
            showSearch={{ filterOption: false, onSearch: setTyped }}
            options={colleagues.data?.map(({ id: value, name, place }) => ({ value, label: `${name} · ${place}` }))}
            onChange={setSubstituteUser}
          />
        )}
      </Entry>
      <Entry label={t('days')}>
        {(id) => (
          <DatePicker.RangePicker
            id={{ start: id }}
            value={days}
            allowClear={false}
            minDate={dayjs(today)}
            onChange={(range) => range?.[0] && range[1] && setDays([range[0], range[1]])}
          />
        )}
      </Entry>
      <Entry label={`${t('service')}${t('common:optional')}`}>
        {(id) => (
          <Select
            id={id}
            allowClear
            value={service}
            placeholder={t('allServices')}
            options={[...choices.services]}
            onChange={setService}
          />
        )}
      </Entry>
      <Entry label={t('reason')}>
        {(id) => <Input id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </Entry>
    </Modal>
  );
}
