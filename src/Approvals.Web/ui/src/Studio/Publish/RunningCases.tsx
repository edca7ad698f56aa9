import { Radio } from 'antd';
import type { ServiceVersionDto } from '../../api/contract';
import type { Way } from '../../api/policy';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { MigrationPlan } from '../../PolicyPackages/MigrationPlan';
import { useDraft } from '../Shell/DraftContext';
import { PlannedMove } from './PlannedMove';
import styles from './Publish.module.css';

/** What shall become of cases under way: they stay, or go the way that was tried. */
export interface Moving {
  moves: boolean;
  tried?: Way | undefined;
}

interface Props {
  version: ServiceVersionDto;
  moving: Moving;
  choose: (moving: Moving) => void;
}

/** Cases under way stay with their version; whoever wants them to follow this one tries it case by case first. */
export function RunningCases({ version, moving, choose }: Props) {
  const { t } = useTexts('publishing');
  const { draft, readOnly } = useDraft();
  const { live } = draft;
  if (readOnly) {
    return <PlannedMove version={version} />;
  }
  if (live === null || live.id === draft.id) {
    return null;
  }
  return (
    <>
      <Panel title={t('running', { number: live.number, count: live.openCases })} id="running">
        <p className="muted">{t('runningText')}</p>
        <Radio.Group
          className={styles.choices}
          aria-label={t('arrangement')}
          value={moving.moves}
          options={[
            { value: false, label: t('stay', { number: live.number }) },
            { value: true, label: t('move', { number: draft.number }), disabled: live.openCases === 0 },
          ]}
          onChange={(event) => choose({ moves: event.target.value === true })}
        />
        {moving.moves && <p className="muted small">{t(moving.tried ? 'movePlanned' : 'moveTryFirst')}</p>}
      </Panel>
      {moving.moves && <MigrationPlan from={live.id} to={draft.id} plans={(tried) => choose({ moves: true, tried })} />}
    </>
  );
}
