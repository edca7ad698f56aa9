import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { SubstitutionDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { endSubstitution, substitutionsQuery } from '../api/substitutions';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag, type Tone } from '../Layout/Tag';
import people from '../People/People.module.css';
import { SubstituteDialog } from './SubstituteDialog';

const tones: Record<SubstitutionDto['state'], Tone> = { coming: 'info', inForce: 'ok', over: 'plain' };

/** Who acts for me while I am away, and for whom I act. */
export default function SubstitutesPage() {
  const { t } = useTexts('substitutes');
  const [adding, setAdding] = useState(false);
  const found = useQuery(substitutionsQuery);
  return (
    <div className={people.page}>
      <PageTitle
        title={t('title')}
        below={t('text')}
        extra={
          <Button type="primary" disabled={!found.data?.people.length} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        }
      />
      <QueryView query={found}>
        {(data) => (
          <>
            <List title={t('own')} rows={data.own} />
            {data.others.length > 0 && <List title={t('others')} rows={data.others} />}
            {data.team.length > 0 && <List title={t('team')} rows={data.team} />}
            {adding && <SubstituteDialog choices={data} close={() => setAdding(false)} />}
          </>
        )}
      </QueryView>
    </div>
  );
}

function List({ title, rows }: { title: string; rows: readonly SubstitutionDto[] }) {
  const { t } = useTexts('substitutes');
  return (
    <Panel title={title} flush>
      {rows.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      <ul>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ row }: { row: SubstitutionDto }) {
  const { t } = useTexts('substitutes');
  const { message } = App.useApp();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => endSubstitution(row.id),
    onSuccess: () => {
      message.success(t('ended'));
      return client.invalidateQueries({ queryKey: substitutionsQuery.queryKey });
    },
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  return (
    <li className={people.role}>
      <div>
        <p>
          <strong>
            {row.personName} → {row.substituteName}
          </strong>{' '}
          <Tag tone={tones[row.state]}>{t(`state.${row.state}`)}</Tag>
        </p>
        <p className="muted">
          {[t('range', { from: isoDay(row.from), to: isoDay(row.to) }), row.serviceName ?? t('allServices'), row.reason]
            .concat(row.setByName ? [t('setBy', { name: row.setByName })] : [])
            .join(' · ')}
        </p>
      </div>
      {row.mayEnd && (
        <Popconfirm
          title={t('endTitle')}
          description={t('endText')}
          okText={t('end')}
          cancelText={t('common:cancel')}
          onConfirm={() => end.mutate()}
        >
          <Button loading={end.isPending}>{t('end')}</Button>
        </Popconfirm>
      )}
    </li>
  );
}
