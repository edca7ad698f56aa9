import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { addRole, type NewRole, organisationsQuery, roleKindsQuery } from '../api/admin';
import { servicesQuery } from '../api/applicant';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './People.module.css';
import { RegionPicker } from './RegionPicker';

/** Role × region × organisation × service. */
export function AssignRole({ person, close }: { person: string; close: () => void }) {
  const { t } = useTexts('admin');
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Partial<NewRole>>({});
  const [typed, setTyped] = useState('');
  const kinds = useQuery(roleKindsQuery);
  const services = useQuery({ ...servicesQuery, retry: false });
  const organisations = useQuery({ ...organisationsQuery(typed), placeholderData: (before) => before });
  const add = useMutation({
    mutationFn: () => addRole(person, { ...chosen, role: chosen.role ?? '', region: chosen.region ?? '' }),
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
      okButtonProps={{ disabled: !chosen.role || !chosen.region }}
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
    </Modal>
  );
}

function Entry({ label, hint, children }: { label: string; hint?: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.entry}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <p className="muted small">{hint}</p>}
    </div>
  );
}
