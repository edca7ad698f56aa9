import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { TeamDto } from '../api/contract';
import { teamQuery } from '../api/team';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import { HandoverDialog } from './HandoverDialog';
import styles from './Team.module.css';
import { TeamTasks } from './TeamTasks';

/** A lead's people: who has how many tasks, what is overdue, and handing it on. */
export default function TeamPage() {
  const { t } = useTexts('team');
  const team = useQuery(teamQuery);
  return (
    <div className={styles.page}>
      <PageTitle title={t('title')} below={team.data?.offices.join('、')} />
      <QueryView query={team}>{(found) => <Team team={found} />}</QueryView>
    </div>
  );
}

function Team({ team }: { team: TeamDto }) {
  const { t } = useTexts('team');
  const [search, setSearch] = useSearchParams();
  const [leaving, setLeaving] = useState<string>();
  const person = search.get('person') ?? undefined;
  const chosen = team.people.find(({ id }) => id === person);
  const rows = [{ id: undefined, name: t('queue'), load: team.queue }, ...team.people];
  return (
    <>
      <Panel flush>
        {team.people.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        <ul>
          {rows.map((row) => (
            <li key={row.id ?? ''} className={styles.person} aria-current={row.id === person}>
              <button
                type="button"
                className={styles.name}
                onClick={() => setSearch(row.id === undefined ? {} : { person: row.id })}
              >
                <strong>{row.name}</strong>
                {'roles' in row && <span className="muted small">{row.left ? t('left') : row.roles}</span>}
              </button>
              <Load load={row.load} />
              <span className={styles.side}>
                {'substitute' in row && row.substitute && (
                  <Tag tone="rule">
                    {t('substitute')} {row.substitute}
                  </Tag>
                )}
                {row.id !== undefined && (
                  <Button size="small" disabled={row.load.open.count === 0} onClick={() => setLeaving(row.id)}>
                    {t('handOver')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <TeamTasks
        key={person ?? ''}
        person={person}
        title={chosen ? t('tasksOf', { name: chosen.name }) : t('queueTasks')}
      />
      {leaving !== undefined && (
        <HandoverDialog
          person={leaving}
          name={team.people.find(({ id }) => id === leaving)?.name ?? ''}
          others={team.people.filter(({ id, left }) => id !== leaving && !left)}
          close={() => setLeaving(undefined)}
        />
      )}
    </>
  );
}

function Load({ load }: { load: TeamDto['queue'] }) {
  const { t } = useTexts('team');
  return (
    <span className={styles.load}>
      <span>
        {t('open')} <strong>{load.open.count}</strong>
        {load.open.more && '+'}
      </span>
      <Tag tone={load.overdue > 0 ? 'error' : 'plain'}>
        {t('overdue')} {load.overdue}
      </Tag>
      <Tag tone={load.soon > 0 ? 'warn' : 'plain'}>
        {t('soon')} {load.soon}
      </Tag>
    </span>
  );
}
