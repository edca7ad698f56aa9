import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { TeamTaskDto } from '../api/contract';
import { teamTasksQuery } from '../api/team';
import { DueBadge } from '../DueBadge/DueBadge';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { ReassignDialog } from './ReassignDialog';
import { UrgeButton } from './UrgeButton';
import styles from './Team.module.css';

/** The open tasks of one of the people, or those that nobody has claimed. */
export function TeamTasks({ person, title }: { person: string | undefined; title: string }) {
  const { t } = useTexts('team');
  const [cursor, setCursor] = useState<string>();
  const [moving, setMoving] = useState<TeamTaskDto>();
  const tasks = useQuery(teamTasksQuery(person, cursor));
  return (
    <Panel title={title} id="team-tasks" flush>
      <QueryView query={tasks} panels={1}>
        {(page) => (
          <>
            {page.items.length === 0 && <EmptyState title={t('noTasks')}>{t('noTasksText')}</EmptyState>}
            <ul>
              {page.items.map((task) => (
                <li key={task.taskId} className={styles.task}>
                  <DueBadge due={task.due} />
                  <span>
                    {task.number}
                    <span className="muted small">
                      {' '}
                      {task.serviceName} · {task.stepName}
                    </span>
                  </span>
                  <span className={styles.acts}>
                    {task.mayUrge && <UrgeButton task={task} />}
                    <Button size="small" onClick={() => setMoving(task)}>
                      {t('reassign')}
                      <span className="visually-hidden"> {task.number}</span>
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
            {page.next !== null && (
              <Button type="link" onClick={() => setCursor(page.next ?? undefined)}>
                {t('next')}
              </Button>
            )}
          </>
        )}
      </QueryView>
      {moving && <ReassignDialog task={moving} close={() => setMoving(undefined)} />}
    </Panel>
  );
}
