import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { personRolesQuery, removeRole } from '../api/admin';
import type { RoleDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { AssignRole } from './AssignRole';
import styles from './People.module.css';

/** The roles of a person: each in a region, narrowed to an organisation or a service where given. */
export function RolesPanel({ person }: { person: string }) {
  const { t } = useTexts('admin');
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const roles = useQuery(personRolesQuery(person));
  const refresh = () => client.invalidateQueries({ queryKey: ['admin', 'people'] });
  const remove = useMutation({
    mutationFn: (assignment: string) => removeRole(person, assignment),
    onSuccess: refresh,
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  const ask = (role: RoleDto) =>
    modal.confirm({
      title: t('roles.removeTitle', { role: role.roleName, region: role.regionName }),
      content: t('roles.removeText'),
      okText: t('roles.remove'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: () => remove.mutateAsync(role.id),
    });
  return (
    <Panel title={t('roles.title')} extra={<Button onClick={() => setAdding(true)}>{t('roles.add')}</Button>} flush>
      <QueryView query={roles} panels={1}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={t('roles.none')}>{t('roles.noneText')}</EmptyState>
          ) : (
            <ul>
              {found.map((role) => (
                <li key={role.id} className={styles.role}>
                  <div>
                    <strong>{role.roleName}</strong>
                    <p className="muted">
                      {[role.regionName, role.organisationName, role.serviceName ?? role.service]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                  <Button danger size="small" onClick={() => ask(role)}>
                    {t('roles.remove')}
                    <span className="visually-hidden"> {role.roleName}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {adding && <AssignRole person={person} close={() => setAdding(false)} />}
    </Panel>
  );
}
