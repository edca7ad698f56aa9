import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { OwnEntryDto } from '../api/contract';
import { changeOwnDays, ownEntryQuery } from '../api/experts';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import people from '../People/People.module.css';
import { DaysAway, type Days } from './DaysAway';
import styles from './Experts.module.css';

/** An expert's own page: the days on which one is not drawn; what else the pool says is the office's to change. */
export default function OwnDaysPage() {
  const { t } = useTexts('experts');
  const own = useQuery(ownEntryQuery);
  return (
    <div className={people.page}>
      <PageTitle title={t('own.title')} below={t('own.text')} />
      <QueryView query={own}>
        {(found) =>
          found.etag === null ? (
            <Panel>
              <EmptyState title={t('own.none')}>{t('own.noneText')}</EmptyState>
            </Panel>
          ) : (
            <div className={styles.own}>
              <OwnDays entry={found} etag={found.etag} />
              <OwnEntry entry={found} />
            </div>
          )
        }
      </QueryView>
    </div>
  );
}

/** Each spell is kept at once as it is added or removed. */
function OwnDays({ entry, etag }: { entry: OwnEntryDto; etag: string }) {
  const { t } = useTexts('experts');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [picked, setPicked] = useState<Days>();
  const save = useMutation({
    mutationFn: (away: OwnEntryDto['away']) => changeOwnDays({ etag, away }),
    onSuccess: (found) => {
      message.success(t('saved'));
      client.setQueryData(ownEntryQuery.queryKey, found);
    },
    onError: () => client.invalidateQueries({ queryKey: ownEntryQuery.queryKey }),
  });
  return (
    <Panel id="days" title={t('form.days')}>
      {save.error && <ProblemAlert error={save.error} />}
      {entry.away.length === 0 && <p className="muted">{t('own.noDays')}</p>}
      <DaysAway days={entry.away} change={(days) => save.mutate(days)} picked={picked} pick={setPicked} fromToday />
    </Panel>
  );
}

function OwnEntry({ entry }: { entry: OwnEntryDto }) {
  const { t } = useTexts('experts');
  return (
    <Panel id="entry" title={t('own.entry')}>
      {entry.closedAt !== null && <Tag>{t('closed', { day: isoDay(entry.closedAt) })}</Tag>}
      <dl className={styles.entry}>
        <dt>{t('form.fields')}</dt>
        <dd>
          {entry.fields.map(({ code, name }) => (
            <span key={code}>
              <Tag tone="info">{name}</Tag>{' '}
            </span>
          ))}
        </dd>
        <dt>{t('form.employerName')}</dt>
        <dd>{entry.employerName ?? t('noEmployer')}</dd>
        <dt>{t('form.region')}</dt>
        <dd>{entry.regionName}</dd>
      </dl>
      <p className="muted small">{t('own.others')}</p>
    </Panel>
  );
}
