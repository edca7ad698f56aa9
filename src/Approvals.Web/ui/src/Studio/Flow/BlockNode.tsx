import {
  AuditOutlined,
  BellOutlined,
  BranchesOutlined,
  CheckCircleOutlined,
  ClockCircleOutlined,
  CodeOutlined,
  ExclamationCircleFilled,
  FormOutlined,
  GlobalOutlined,
  NotificationOutlined,
  SafetyCertificateOutlined,
  TableOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useTexts } from '../../i18n/useTexts';
import styles from './Flow.module.css';
import { isJunction } from './layout';
import type { StepNode } from './useFlowNodes';

const icons: Record<string, typeof FormOutlined> = {
  'Approvals.Review': AuditOutlined,
  'Approvals.Fill': FormOutlined,
  'Approvals.Accept': FormOutlined,
  'Approvals.PublicNotice': NotificationOutlined,
  'Approvals.Vote': TeamOutlined,
  'Approvals.Grant': SafetyCertificateOutlined,
  'Elsa.End': CheckCircleOutlined,
  'Elsa.Finish': CheckCircleOutlined,
};
const families: Record<string, typeof FormOutlined> = {
  people: FormOutlined,
  rules: TableOutlined,
  branches: BranchesOutlined,
  time: ClockCircleOutlined,
  results: SafetyCertificateOutlined,
  messages: BellOutlined,
  data: CodeOutlined,
  outside: GlobalOutlined,
};
const colours: Record<string, string> = {
  'Approvals.Fill': 'fill',
  'Approvals.Accept': 'fill',
  'Approvals.PublicNotice': 'notice',
  'Elsa.End': 'plain',
  'Elsa.Finish': 'plain',
};

/** A step: a strip in its kind's colour, name, limit and who acts; red with the reason while it is not complete. */
export const BlockNode = memo(function BlockNode({ data, isConnectable }: NodeProps<StepNode>) {
  const { t } = useTexts('flow');
  const { step, problem, free, hidden, isSelected, lit } = data;
  const Icon = icons[step.type] ?? families[step.family] ?? CodeOutlined;
  const slim =
    !free &&
    (isJunction(step) || step.type === 'Elsa.Start' || step.type === 'Elsa.End' || step.type === 'Elsa.Finish');
  const colour = colours[step.type] ?? (step.family === '' ? 'plain' : step.family);
  const classes = [
    styles.block,
    slim ? styles.slim : '',
    styles[`of-${colour}`] ?? '',
    problem ? styles.wrong : '',
    isSelected ? styles.chosen : '',
    lit > 0 ? styles.lit : '',
  ];
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={isConnectable} className={styles.handle} />
      <button type="button" className={classes.join(' ')} aria-pressed={isSelected} data-step={step.id}>
        <span className={styles.strip} aria-hidden="true">
          <Icon />
        </span>
        <span className={styles.text}>
          <span className={styles.name}>
            <strong>{step.title}</strong>
            {step.limit != null && !slim && <small>{step.limit}</small>}
            {hidden > 0 && <small>{t('hidden', { count: hidden })}</small>}
          </span>
          {!slim && <span className={styles.said}>{problem ?? (step.summary || step.kindName)}</span>}
        </span>
        {lit > 0 && (
          <span className={styles.turn} aria-label={t('path.turn', { turn: lit })}>
            {lit}
          </span>
        )}
        {problem && <ExclamationCircleFilled className={styles.bad} aria-hidden="true" />}
      </button>
      <Handle type="source" position={Position.Bottom} isConnectable={isConnectable} className={styles.handle} />
    </>
  );
});
