import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTexts } from '../i18n/useTexts';
import { Link, useNavigate, useParams } from 'react-router';
import { guideQuery } from '../api/applicant';
import type { ServiceGuideDto } from '../api/contract';
import { openDraft } from '../api/drafts';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import { Eligibility } from './Eligibility';
import { GuideFacts } from './GuideFacts';
import styles from './ServiceGuide.module.css';

export default function ServiceGuidePage() {
  const { code = '' } = useParams();
  const guide = useQuery(guideQuery(code));
  return (
    <QueryView query={guide} panels={3}>
      {(found) => <Guide guide={found} />}
    </QueryView>
  );
}

function Guide({ guide }: { guide: ServiceGuideDto }) {
  const { t } = useTexts('services');
  const navigate = useNavigate();
  const open = useMutation({
    mutationFn: () => openDraft(guide.code),
    onSuccess: ({ id }) => navigate(`/apply/${id}`),
  });
  return (
    <>
      <PageTitle
        title={guide.name}
        crumbs={[{ to: '/services', text: t('title') }]}
        below={guide.summary}
        extra={
          <Button
            type="primary"
            size="large"
            disabled={!guide.canApply}
            loading={open.isPending}
            onClick={() => open.mutate()}
          >
            {t(guide.draftId ? 'resume' : 'apply')}
          </Button>
        }
      />
      {open.error && <ProblemAlert error={open.error} />}
      {!guide.canApply && (
        <p className={styles.why}>
          {guide.why ?? t('closed')}{' '}
          {guide.openCase && <Link to={`/cases/${guide.openCase.id}`}>{guide.openCase.number}</Link>}
        </p>
      )}
      <div className={styles.columns}>
        <div>
          <GuideFacts guide={guide} />
        </div>
        <div>
          <Panel title={t('limits')}>
            <dl className={styles.limits}>
              <dt>{t('statutory')}</dt>
              <dd>{guide.limits.statutory}</dd>
              <dt>{t('promised')}</dt>
              <dd>{guide.limits.promised}</dd>
              <dt>{t('nature')}</dt>
              <dd>{guide.nature}</dd>
            </dl>
            {guide.limits.notes.map((note) => (
              <p key={note} className="muted small">
                {note}
              </p>
            ))}
          </Panel>
          {guide.eligibility && <Eligibility code={guide.code} form={guide.eligibility} />}
        </div>
      </div>
    </>
  );
}
