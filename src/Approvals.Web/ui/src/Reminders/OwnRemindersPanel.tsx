import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Switch } from 'antd';
import { ownRemindersQuery, switchReminder } from '../api/reminders';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import people from '../People/People.module.css';

/** What one is reminded of, and switching off what is optional. */
export function OwnRemindersPanel() {
  const { t } = useTexts('reminders');
  const client = useQueryClient();
  const own = useQuery(ownRemindersQuery);
  const change = useMutation({
    mutationFn: ({ code, on }: { code: string; on: boolean }) => switchReminder(code, on),
    onSettled: () => client.invalidateQueries({ queryKey: ownRemindersQuery.queryKey }),
  });
  return (
    <Panel title={t('own.title')}>
      <p className="muted">{t('own.text')}</p>
      {change.error && <ProblemAlert error={change.error} />}
      <QueryView query={own} panels={1}>
        {(found) => (
          <ul>
            {found.map((row) => (
              <li key={row.code} className={people.role}>
                <div>
                  <p>{row.name}</p>
                  <p className="muted small">{row.words}</p>
                </div>
                <Switch
                  aria-label={row.name}
                  checked={row.on}
                  disabled={!row.optional}
                  loading={change.isPending && change.variables.code === row.code}
                  onChange={(on) => change.mutate({ code: row.code, on })}
                />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Panel>
  );
}
