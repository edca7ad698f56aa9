import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { WorkTaskDto } from '../api/contract';
import { claimTask, releaseTask } from '../api/work';
import { DueBadge } from '../DueBadge/DueBadge';
import { DuePopover } from '../DuePopover/DuePopover';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { Tag } from '../Layout/Tag';
import { ApplicantName } from './ApplicantName';
import styles from './Review.module.css';
import type { Acting } from './useActing';

/** Who, what, until when; who has it; the neighbours in the list. */
export function ReviewHead({ task, acting, reload }: { task: WorkTaskDto; acting?: Acting; reload: () => void }) {
  const { t } = useTexts('review');
  const navigate = useNavigate();
  const client = useQueryClient();
  const { case: one, position, claimedBy } = task;
  const claim = useMutation({
    mutationFn: () => (claimedBy?.me ? releaseTask(task.id) : claimTask(task.id)),
    onSettled: () => {
      reload();
      return client.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
  const longer = acting && task.canAct ? task.acts.find(({ act, enabled }) => act === 'extend' && enabled) : undefined;
  const go = (to: string | null) => () => void (to && navigate(`/work/tasks/${to}`));
  return (
    <>
      <header className={styles.head}>
        <Link to="/work/inbox">
          <LeftOutlined aria-hidden="true" /> {t('inbox')}
        </Link>
        <h1>
          <ApplicantName task={task} /> · {one.serviceName}
          {one.headline && `（${one.headline}）`}
        </h1>
        <span className="muted">{one.number}</span>
        <DuePopover
          caseId={one.id}
          task={task.id}
          extend={longer && { label: longer.label, ask: () => acting?.ask(longer) }}
        >
          <DueBadge due={one.due} withDay />
        </DuePopover>
        <Tag tone="info">{task.activityName}</Tag>
        {one.round > 1 && <Tag tone="warn">{t('cases:round', { number: one.round })}</Tag>}
        {one.draws !== undefined && one.draws > 0 && (
          <Link to={`/work/cases/${one.id}/draws`}>{t('cases:draws', { count: one.draws })}</Link>
        )}
        {task.standsInFor !== null && <Tag tone="rule">{t('standsInFor', { name: task.standsInFor })}</Tag>}
        <span className={styles.headEnd}>
          {task.kind !== 'vote' &&
            task.kind !== 'invitation' &&
            claimedBy !== null &&
            !(claimedBy.me && task.standsInFor === null) && (
              <span className="muted">{t('claimedBy', { name: claimedBy.name })}</span>
            )}
          {task.kind !== 'vote' && task.kind !== 'invitation' && (claimedBy === null || claimedBy.me) && (
            <Button size="small" loading={claim.isPending} onClick={() => claim.mutate()}>
              {t(claimedBy === null ? 'claim' : 'release')}
            </Button>
          )}
          {position && (
            <>
              <span className="muted">{t('position', { index: position.index, total: position.total })}</span>
              <Button
                size="small"
                icon={<LeftOutlined />}
                aria-label={t('previous')}
                disabled={position.previous === null}
                onClick={go(position.previous)}
              />
              <Button
                size="small"
                icon={<RightOutlined />}
                aria-label={t('next')}
                disabled={position.next === null}
                onClick={go(position.next)}
              />
            </>
          )}
        </span>
      </header>
      {claim.error && <ProblemAlert error={claim.error} />}
      {task.incident && (
        <p className={`${styles.notice} ${styles.incident}`} role="alert">
          {t('incident', { reason: task.incident })}
        </p>
      )}
      {task.sharing?.waits && (
        <p className={styles.notice} role="status">
          {task.sharing.waits}
        </p>
      )}
      {!task.canAct && task.why && (
        <p className={styles.notice} role="status">
          {task.why}
        </p>
      )}
    </>
  );
}
