import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { MigrationPlan } from '../../PolicyPackages/MigrationPlan';
import { useDraft } from '../Shell/DraftContext';

/** Cases under way stay with their version; whoever wants them to follow this one tries it case by case first. */
export function RunningCases() {
  const { t } = useTexts('publishing');
  const { draft } = useDraft();
  const [trying, setTrying] = useState(false);
  const { live } = draft;
  if (live === null || live.id === draft.id) {
    return null;
  }
  return (
    <>
      <Panel
        title={t('running', { number: live.number, count: live.openCases })}
        extra={
          !trying &&
          live.openCases > 0 && (
            <Button size="small" onClick={() => setTrying(true)}>
              {t('tryMigration')}
            </Button>
          )
        }
      >
        <p className="muted">{t('runningText')}</p>
        <p>
          <Link to="/admin/migrations">{t('batches')}</Link>
        </p>
      </Panel>
      {trying && <MigrationPlan from={live.id} to={draft.id} />}
    </>
  );
}
