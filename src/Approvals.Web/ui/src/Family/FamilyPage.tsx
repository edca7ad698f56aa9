import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { endRelation, familyQuery } from '../api/bookings';
import type { RelativeDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import people from '../People/People.module.css';

/** The relatives somebody has registered. */
export default function FamilyPage() {
  const { t } = useTexts('bookings');
  const family = useQuery(familyQuery);
  return (
    <>
      <PageTitle
        title={t('family.title')}
        below={t('family.text')}
        crumbs={[{ to: '/cards', text: t('cards:title') }]}
        extra={<Link to="/services">{t('family.register')}</Link>}
      />
      <QueryView query={family}>
        {(found) => (
          <Panel flush>
            {found.length === 0 && (
              <EmptyState title={t('family.none')} actions={<Link to="/services">{t('family.register')}</Link>}>
                {t('family.noneText')}
              </EmptyState>
            )}
            <ul>
              {found.map((relative) => (
                <Relative key={relative.id} relative={relative} />
              ))}
            </ul>
          </Panel>
        )}
      </QueryView>
    </>
  );
}

function Relative({ relative }: { relative: RelativeDto }) {
  const { t } = useTexts('bookings');
  const { message } = App.useApp();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => endRelation(relative.id),
    onSuccess: () => {
      message.success(t('family.ended'));
      return client.invalidateQueries({ queryKey: familyQuery.queryKey });
    },
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  return (
    <li className={people.role}>
      <div>
        <p>
          <strong>{relative.name}</strong> <Tag tone={relative.endedAt ? 'plain' : 'ok'}>{relative.relationName}</Tag>
        </p>
        <p className="muted">
          {[
            relative.identifier,
            t('family.since', { day: isoDay(relative.registeredAt) }),
            relative.endedAt ? t('family.until', { day: isoDay(relative.endedAt) }) : undefined,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Link to={`/cases/${relative.caseId}`}>{relative.serviceName}</Link>
      </div>
      {!relative.endedAt && (
        <Popconfirm
          title={t('family.endTitle')}
          description={t('family.endText')}
          okText={t('family.end')}
          cancelText={t('common:cancel')}
          onConfirm={() => end.mutate()}
        >
          <Button loading={end.isPending}>{t('family.end')}</Button>
        </Popconfirm>
      )}
    </li>
  );
}
