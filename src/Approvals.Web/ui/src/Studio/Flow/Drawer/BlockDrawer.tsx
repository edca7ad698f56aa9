import { CloseOutlined, CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { Alert, Button, Tag } from 'antd';
import { useRef } from 'react';
import type { BlockSetting, FlowStep } from '../../../api/flow';
import { useTexts } from '../../../i18n/useTexts';
import { useDraft } from '../../Shell/DraftContext';
import styles from '../Flow.module.css';
import { isError, useFlow } from '../FlowContext';
import { isEnd } from '../layout';
import { useStepActs } from '../useStepActs';
import { BranchEditor } from './BranchEditor';
import { IdField } from './IdField';
import { SettingField } from './SettingField';
import { StaffingList } from './StaffingList';
import { activityOf } from './values';
import { WaysEditor } from './WaysEditor';

const groups = ['people', 'work', 'fields', 'time', 'advanced'] as const;

/** All settings of a step: five groups under one another, each with its help; ways on and who would act stand with them. */
export function BlockDrawer({ step }: { step: FlowStep }) {
  const { t } = useTexts('flow');
  const { file } = useDraft();
  const { flow, kinds, problems, select, copy, remove, readOnly } = useFlow();
  const body = useRef<HTMLDivElement>(null);
  const activity = activityOf(file(flow.file), step.id);
  const kind = kinds.find((one) => one.kind === step.type);
  const own = problems.filter((problem) => problem.activity === step.id);
  const of = (group: string): BlockSetting[] =>
    kind?.settings.filter((setting) => setting.group.toLowerCase() === group) ?? [];
  const shown = groups.filter((group) => of(group).length > 0 || group === 'work' || group === 'advanced');
  const moves = useStepActs(step).filter((act) => ['up', 'down', 'fold', 'unfold', 'insert'].includes(act.key));
  return (
    <aside className={styles.drawer} aria-label={t('drawer.title', { name: step.title })}>
      <header>
        <h3>{step.title}</h3>
        <Tag>{step.kindName}</Tag>
        {!readOnly && (
          <Button type="text" icon={<DeleteOutlined />} aria-label={t('act.delete')} onClick={() => remove(step)} />
        )}
        <Button type="text" icon={<CloseOutlined />} aria-label={t('drawer.close')} onClick={() => select(undefined)} />
      </header>
      <nav aria-label={t('drawer.groups')}>
        {shown.map((group) => (
          <button
            key={group}
            type="button"
            onClick={() => body.current?.querySelector(`[data-group="${group}"]`)?.scrollIntoView()}
          >
            {t(`group.${group}`)}
          </button>
        ))}
      </nav>
      <div ref={body} className={styles.settings} tabIndex={-1}>
        {own.map((problem, index) => (
          <Alert
            key={index}
            showIcon
            type={isError(problem) ? 'error' : 'info'}
            title={problem.text}
            description={problem.advice}
          />
        ))}
        {shown.map((group) => (
          <section key={group} data-group={group}>
            <h4>{t(`group.${group}`)}</h4>
            {of(group).map((setting) => (
              <SettingField key={setting.name} step={step} setting={setting} activity={activity} />
            ))}
            {group === 'people' && <StaffingList step={step} />}
            {group === 'work' && <BranchEditor step={step} />}
            {group === 'work' && !isEnd(step) && <WaysEditor step={step} />}
            {group === 'advanced' && <IdField step={step} />}
          </section>
        ))}
        {kind === undefined && <Alert type="info" title={t('drawer.unknown', { type: step.type })} />}
      </div>
      <footer>
        {moves.map((act) => (
          <Button key={act.key} size="small" onClick={act.run} title={act.keys}>
            {t(`act.${act.key}`)}
          </Button>
        ))}
        {!readOnly && !isEnd(step) && (
          <Button size="small" icon={<CopyOutlined />} onClick={() => copy(step)}>
            {t('act.copy')}
          </Button>
        )}
      </footer>
    </aside>
  );
}
