import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { noticeQuery } from '../api/notices';
import { useTexts } from '../i18n/useTexts';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { NoticeState } from './NoticeState';
import styles from './Notices.module.css';
import { ObjectionForm } from './ObjectionForm';

export default function NoticePage() {
  const { t } = useTexts('notices');
  const { id = '' } = useParams();
  const notice = useQuery(noticeQuery(id));
  return (
    <QueryView query={notice}>
      {(found) => (
        <>
          <PageTitle
            title={found.title}
            crumbs={[{ to: '/notices', text: t('title') }]}
            below={`${found.serviceName} · ${t('between', { from: found.from, to: found.until })}`}
            extra={<NoticeState notice={found} />}
          />
          <Panel>
            <dl className={styles.fields}>
              {found.fields.map((field) => (
                <div key={field.label}>
                  <dt>{field.label}</dt>
                  <dd>{field.value}</dd>
                </div>
              ))}
            </dl>
          </Panel>
          <Panel title={t('objection.title')}>
            {found.state === 'open' ? <ObjectionForm notice={found.id} /> : <p>{t('objection.closed')}</p>}
          </Panel>
        </>
      )}
    </QueryView>
  );
}
