import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DatePicker, Input, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { addRole, type NewRole, organisationsQuery, roleKindsQuery } from '../api/admin';
import { servicesQuery } from '../api/applicant';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './People.module.css';
import { RegionPicker } from './RegionPicker';

/** Role × region × organisation × service, from a day to a day, and why. */
export function AssignRole({ person, close }: { person: string; close: () => void }) {
  const { t } = useTexts('admin');
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Partial<NewRole>>({});
  const { today } = useSession();
  const [typed, setTyped] = useState('');
  const kinds = useQuery(roleKindsQuery);
  const services = useQuery({ ...servicesQuery, retry: false });
  const organisations = useQuery({ ...organisationsQuery(typed), placeholderData: (before) => before });
  const add = useMutation({
    mutationFn: () =>
      addRole(person, { ...chosen, role: chosen.role ?? '', region: chosen.region ?? '', reason: chosen.reason ?? '' }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['admin', 'people'] });
      close();
    },
  });
  const set = (change: Partial<NewRole>) => setChosen({ ...chosen, ...change });
  const meaning = kinds.data?.find((kind) => kind.code === chosen.role)?.meaning;
  return (
    <Modal
      open
      title={t('roles.add')}
      okText={t('roles.add')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !chosen.role || !chosen.region || (chosen.reason ?? '').trim().length < 2 }}
      confirmLoading={add.isPending}
      onOk={() => add.mutate()}
      onCancel={close}
    >
      {add.error && <ProblemAlert error={add.error} />}
      <Entry label={t('roles.role')} hint={meaning}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            value={chosen.role}
            options={kinds.data?.map((kind) => ({ value: kind.code, label: kind.name }))}
            onChange={(role) => set({ role })}
          />
        )}
      </Entry>
      <Entry label={t('roles.region')} hint={t('roles.regionHint')}>
        {(id) => <RegionPicker id={id} value={chosen.region} choose={(region) => set({ region })} />}
      </Entry>
      <Entry label={`${t('roles.organisation')}${t('common:optional')}`}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            allowClear
            showSearch={{ filterOption: false, onSearch: setTyped }}
            value={chosen.organisation}
            options={organisations.data?.map(({ id: value, name, region }) => ({
              value,
              label: `${name} · ${region}`,
            }))}
            onChange={(organisation: string | undefined) => set({ organisation })}
          />
        )}
      </Entry>
      {services.data && (
        <Entry label={`${t('roles.service')}${t('common:optional')}`}>
          {(id) => (
            <Select
              id={id}
              className={styles.wide}
              allowClear
              value={chosen.service}
              options={services.data.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(service: string | undefined) => set({ service })}
            />
          )}
        </Entry>
      )}
      <div className={styles.days}>
        {(['from', 'to'] as const).map((end) => (
          <Entry key={end} label={t(`roles.${end}`)}>
            {(id) => (
              <DatePicker
                id={id}
                minDate={dayjs(today)}
                placeholder={t(end === 'from' ? 'roles.now' : 'roles.open')}
                onChange={(day) => set({ [end]: day === null ? null : day.format('YYYY-MM-DD') })}
              />
            )}
          </Entry>
        ))}
      </div>
      <Entry label={t('roles.reason')}>
        {(id) => (
          <Input
            id={id}
            maxLength={500}
            value={chosen.reason ?? ''}
            onChange={(event) => set({ reason: event.target.value })}
          />
        )}
      </Entry>
    </Modal>
  );
}
