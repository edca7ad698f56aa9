import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ServiceVersionDto } from '../../api/contract';
import { batchesQuery } from '../../api/policy';
import { useSession } from '../../App/useSession';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { QueryView } from '../../Layout/QueryView';
import { Batch } from '../../PolicyPackages/Batch';
import { CarryOut } from '../../PolicyPackages/CarryOut';
import { TrialTable } from '../../PolicyPackages/TrialTable';

/** What was planned for cases under way: to be tried again by who approves, carried out in one click once it is in force, and taken back. */
export function PlannedMove({ version }: { version: ServiceVersionDto }) {
  const { t } = useTexts('publishing');
  const { t: p } = useTexts('policy');
  const { areas } = useSession();
  const [trying, setTrying] = useState(false);
  const [carrying, setCarrying] = useState(false);
  const plan = version.moving;
  if (plan === null) {
    return version.state === 'draft' ? null : (
      <Panel title={t('arrangement')} id="running">
        <p>{t('planStays')}</p>
      </Panel>
    );
  }
  return (
    <>
      <Panel
        title={t('arrangement')}
        id="running"
        extra={
          !plan.begun &&
          !trying && (
            <Button size="small" onClick={() => setTrying(true)}>
              {t('tryAgain')}
            </Button>
          )
        }
      >
        <p>
          {t('plan', { ...plan, from: plan.fromNumber, to: version.number, impossible: plan.tried - plan.possible })}
        </p>
        <p className="muted small">{t(plan.begun ? 'planBegun' : 'planWaits')}</p>
        {version.acts.includes('migrate') && <Button onClick={() => setCarrying(true)}>{p('act.migrate')}</Button>}
      </Panel>
      {trying && !plan.begun && <TrialTable way={{ from: plan.from, to: version.id, activities: plan.activities }} />}
      {plan.begun && areas.includes('migrations') && <Batches version={version} from={plan.fromNumber} />}
      {carrying && <CarryOut version={version} close={() => setCarrying(false)} />}
    </>
  );
}

function Batches({ version, from }: { version: ServiceVersionDto; from: number }) {
  const { t } = useTexts('policy');
  const batches = useQuery(batchesQuery);
  return (
    <Panel flush title={t('batch.list')}>
      <QueryView query={batches}>
        {(found) =>
          found
            .filter(
              (one) => one.service === version.service && one.fromNumber === from && one.toNumber === version.number,
            )
            .map((one) => <Batch key={one.id} batch={one} />)
        }
      </QueryView>
    </Panel>
  );
}
