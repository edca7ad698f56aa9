import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { personRolesQuery } from '../api/admin';
import type { GrantDto } from '../api/contract';
import { useSession } from '../App/useSession';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag, type Tone } from '../Layout/Tag';
import { AssignRole } from './AssignRole';
import { EndRoleDialog } from './EndRoleDialog';
import styles from './People.module.css';

const tones: Record<GrantDto['state'], Tone> = { inForce: 'ok', coming: 'info', ended: 'plain' };

/** The roles of a person, with their days and reasons: those that hold, those to come, and behind a fold those that ended. */
export function RolesPanel({ person }: { person: string }) {
  const { t } = useTexts('admin');
  const { areas } = useSession();
  const gives = areas.includes('roles');
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<GrantDto>();
  const roles = useQuery(personRolesQuery(person));
  const ended = roles.data?.filter((role) => role.state === 'ended') ?? [];
  return (
    <Panel
      title={t('roles.title')}
      extra={gives && <Button onClick={() => setAdding(true)}>{t('roles.add')}</Button>}
      flush
    >
      <QueryView query={roles} panels={1}>
        {(found) => (
          <>
            {found.length === ended.length && <EmptyState title={t('roles.none')}>{t('roles.noneText')}</EmptyState>}
            <ul>
              {found
                .filter((role) => role.state !== 'ended')
                .map((role) => (
                  <Grant key={role.id} role={role} end={gives ? () => setEnding(role) : undefined} />
                ))}
            </ul>
            {ended.length > 0 && (
              <details className={styles.history}>
                <summary>{t('roles.history', { count: ended.length })}</summary>
                <ul>
                  {ended.map((role) => (
                    <Grant key={role.id} role={role} />
                  ))}
                </ul>
              </details>
            )}
            {areas.includes('access') && (
              <p className={styles.history}>
                <Link to={`/admin/access?person=${person}`}>{t('roles.access')}</Link>
              </p>
            )}
          </>
        )}
      </QueryView>
      {adding && <AssignRole person={person} close={() => setAdding(false)} />}
      {ending && <EndRoleDialog person={person} role={ending} close={() => setEnding(undefined)} />}
    </Panel>
  );
}

function Grant({ role, end }: { role: GrantDto; end?: () => void }) {
  const { t } = useTexts('admin');
  const from = isoDay(role.from);
  const given = role.reason
    ? t('roles.givenBy', { name: role.grantedBy ?? '', reason: role.reason })
    : t('roles.given', { name: role.grantedBy ?? '' });
  return (
    <li className={styles.role}>
      <div>
        <p>
          <strong>{role.roleName}</strong> <Tag tone={tones[role.state]}>{t(`roles.state.${role.state}`)}</Tag>
        </p>
        <p className="muted">
          {[role.regionName, role.organisationName, role.serviceName].filter(Boolean).join(' · ')} ·{' '}
          {role.to === null ? t('roles.since', { from }) : t('roles.until', { from, to: isoDay(role.to) })}
        </p>
        <p className="small">{role.meaning}</p>
        {role.grantedBy !== null && <p className="muted small">{given}</p>}
        {role.endedBy !== null && (
          <p className="muted small">{t('roles.endedBy', { name: role.endedBy, reason: role.endReason ?? '' })}</p>
        )}
      </div>
      {end && (
        <Button danger size="small" onClick={end}>
          {t('roles.remove')}
          <span className="visually-hidden"> {role.roleName}</span>
        </Button>
      )}
    </li>
  );
}
