import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { WorkTaskDto } from '../api/contract';
import { drawQuery } from '../api/experts';
import { useTexts } from '../i18n/useTexts';
import { useDocumentTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import review from '../Review/Review.module.css';
import { ReviewHead } from '../Review/ReviewHead';
import { useActing } from '../Review/useActing';
import styles from './Draw.module.css';
import { DrawDialog } from './DrawDialog';
import { DrawRecord } from './DrawRecord';
import { MemberList } from './MemberList';
import { PoolList } from './PoolList';

/** The secretary's page: who may be drawn, who not and why, the seats, the draws so far; draw, draw again, convene. */
export function DrawView({ task, reload }: { task: WorkTaskDto; reload: () => void }) {
  const { t } = useTexts('draw');
  const draw = useQuery(drawQuery(task.id));
  const acting = useActing(task);
  const [drawing, setDrawing] = useState(false);
  const [convening, setConvening] = useState(false);
  const convene = task.acts.find((act) => act.act === 'convene');
  useDocumentTitle(`${task.activityName} ${task.case.number}`);
  return (
    <div className={review.page}>
      <ReviewHead task={task} reload={reload} />
      <QueryView query={draw} panels={2}>
        {(found) => {
          const seated = found.members.filter(({ state }) => state === 'seated').length;
          const waiting = found.members.filter(({ state }) => state === 'invited');
          return (
            <>
              <div className={styles.columns}>
                <div className={styles.column}>
                  <Panel
                    flush
                    id="panel"
                    title={t('panel')}
                    extra={<Link to={`/work/cases/${found.caseId}`}>{t('openCase')}</Link>}
                  >
                    <MemberList draw={found} />
                  </Panel>
                  {found.draws.length > 0 && (
                    <Panel flush id="records" title={t('records')}>
                      {found.draws.map((one) => (
                        <DrawRecord key={one.at} record={one} />
                      ))}
                    </Panel>
                  )}
                </div>
                <Panel flush id="pool" title={t('pool')}>
                  <PoolList pool={found.pool} />
                </Panel>
              </div>
              <footer className={review.bar}>
                <div className={review.acts}>
                  <Button
                    type={found.vacant > 0 ? 'primary' : 'default'}
                    disabled={found.task === null || (found.vacant === 0 && waiting.length === 0)}
                    onClick={() => setDrawing(true)}
                  >
                    {t(found.draws.length === 0 ? 'draw' : 'again')}
                  </Button>
                  <Button
                    type={found.vacant > 0 ? 'default' : 'primary'}
                    disabled={!convene?.enabled || (!found.isConvened && seated < found.minimum)}
                    onClick={() => setConvening(true)}
                  >
                    {t(found.isConvened ? 'goOn' : 'convene')}
                  </Button>
                  <span className={review.after}>
                    {found.vacant > 0 ? t('vacant', { count: found.vacant }) : t('full')}
                  </span>
                </div>
              </footer>
              {drawing && <DrawDialog draw={found} close={() => setDrawing(false)} />}
              <Modal
                open={convening}
                title={t(found.isConvened ? 'goOn' : 'convene')}
                okText={t(found.isConvened ? 'goOn' : 'convene')}
                cancelText={t('common:cancel')}
                confirmLoading={acting.send.isPending}
                onOk={() => acting.send.mutate({ act: 'convene' })}
                onCancel={() => setConvening(false)}
              >
                {acting.send.error && <ProblemAlert error={acting.send.error} />}
                <p>{convene?.consequence}</p>
              </Modal>
            </>
          );
        }}
      </QueryView>
    </div>
  );
}
