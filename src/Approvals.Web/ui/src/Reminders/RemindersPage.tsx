import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Switch } from 'antd';
import { useState } from 'react';
import { keepReminder, remindersQuery } from '../api/reminders';
import type { ReminderRuleDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import people from '../People/People.module.css';
import { ReminderDialog } from './ReminderDialog';

/** Who is reminded of what, when and how: each rule in words. */
export default function RemindersPage() {
  const { t } = useTexts('reminders');
  const client = useQueryClient();
  const rules = useQuery(remindersQuery);
  const [changing, setChanging] = useState<ReminderRuleDto | 'new'>();
  const toggle = useMutation({
    mutationFn: ({ rule, enabled }: { rule: ReminderRuleDto; enabled: boolean }) =>
      keepReminder(rule.code, { ...rule.fields, enabled, etag: rule.etag }),
    onSettled: () => client.invalidateQueries({ queryKey: remindersQuery.queryKey }),
  });
  return (
    <div className={people.page}>
      <PageTitle
        title={t('title')}
        below={t('text')}
        extra={
          <Button type="primary" onClick={() => setChanging('new')}>
            {t('add')}
          </Button>
        }
      />
      {toggle.error && <ProblemAlert error={toggle.error} />}
      <QueryView query={rules} panels={1}>
        {(found) => (
          <Panel flush>
            <ul>
              {found.map((rule) => (
                <li key={rule.code} className={people.role}>
                  <div>
                    <p>
                      <strong>{rule.name}</strong>{' '}
                      {rule.serviceName !== null && <Tag tone="info">{rule.serviceName}</Tag>}{' '}
                      {!rule.enabled && <Tag>{t('off')}</Tag>}
                    </p>
                    <p>{rule.words}</p>
                    <p className="muted small">
                      {rule.code}
                      {rule.off > 0 && ` · ${t('offBy', { count: rule.off })}`}
                    </p>
                  </div>
                  {rule.serviceName === null && (
                    <div className={people.buttons}>
                      <Switch
                        aria-label={t('enabledOf', { name: rule.name })}
                        checked={rule.enabled}
                        onChange={(enabled) => toggle.mutate({ rule, enabled })}
                      />
                      <Button size="small" onClick={() => setChanging(rule)}>
                        {t('change')}
                        <span className="visually-hidden"> {rule.name}</span>
                      </Button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </QueryView>
      {changing !== undefined && (
        <ReminderDialog rule={changing === 'new' ? undefined : changing} close={() => setChanging(undefined)} />
      )}
    </div>
  );
}
