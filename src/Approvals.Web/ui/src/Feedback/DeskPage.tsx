import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { FeedbackDto } from '../api/contract';
import { dataRequestsQuery, deskQuery } from '../api/voice';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import people from '../People/People.module.css';
import { DataRequestRow } from '../PersonalData/DataRequestRow';
import { AnswerDialog } from './AnswerDialog';
import { FeedbackEntry } from './FeedbackEntry';

/** Where an officer calls back, answers, and decides about people's data. */
export default function DeskPage() {
  const { t } = useTexts('voice');
  const [done, setDone] = useState(false);
  return (
    <div className={people.page}>
      <PageTitle
        title={t('desk.title')}
        below={t('desk.text')}
        extra={
          <Segmented
            value={done ? 'done' : 'open'}
            options={[
              { value: 'open', label: t('desk.open') },
              { value: 'done', label: t('desk.done') },
            ]}
            onChange={(value) => setDone(value === 'done')}
          />
        }
      />
      <Voices done={done} />
      <Requests done={done} />
    </div>
  );
}

function Voices({ done }: { done: boolean }) {
  const { t } = useTexts('voice');
  const found = useInfiniteQuery(deskQuery(done));
  const [answering, setAnswering] = useState<FeedbackDto>();
  return (
    <QueryView query={found} panels={1}>
      {(data) => (
        <Panel title={t('desk.feedback')}>
          {data.pages[0]?.items.length === 0 && <EmptyState title={t('desk.none')}>{t('desk.noneText')}</EmptyState>}
          {data.pages.flatMap((page) =>
            page.items.map((entry) => (
              <FeedbackEntry
                key={entry.id}
                entry={entry}
                actions={
                  <p className={people.buttons}>
                    <Link to={`/work/cases/${entry.caseId}`}>{`${entry.serviceName} ${entry.caseNumber}`}</Link>
                    {(entry.stage === 'contact' || entry.stage === 'answer') && (
                      <Button size="small" onClick={() => setAnswering(entry)}>
                        {t(`desk.${entry.stage}`)}
                      </Button>
                    )}
                  </p>
                }
              />
            )),
          )}
          {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()}>{t('more')}</Button>}
          {answering && <AnswerDialog entry={answering} close={() => setAnswering(undefined)} />}
        </Panel>
      )}
    </QueryView>
  );
}

function Requests({ done }: { done: boolean }) {
  const { t } = useTexts('voice');
  const found = useInfiniteQuery(dataRequestsQuery(done));
  return (
    <QueryView query={found} panels={1}>
      {(data) => (
        <Panel title={t('desk.requests')} flush>
          {data.pages[0]?.items.length === 0 && (
            <EmptyState title={t('desk.none')}>{t('desk.noRequestsText')}</EmptyState>
          )}
          <ul>
            {data.pages.flatMap((page) => page.items.map((row) => <DataRequestRow key={row.id} row={row} officer />))}
          </ul>
          {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()}>{t('more')}</Button>}
        </Panel>
      )}
    </QueryView>
  );
}
