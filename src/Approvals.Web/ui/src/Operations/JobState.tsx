import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  ExclamationCircleFilled,
  MinusCircleOutlined,
  PlayCircleFilled,
} from '@ant-design/icons';
import { useTexts } from '../i18n/useTexts';

const looks = {
  queued: [ClockCircleOutlined, 'var(--text-2)'],
  running: [PlayCircleFilled, 'var(--primary)'],
  silent: [ExclamationCircleFilled, 'var(--warn)'],
  succeeded: [CheckCircleFilled, 'var(--ok)'],
  skipped: [ExclamationCircleFilled, 'var(--warn)'],
  retrying: [CloseCircleFilled, 'var(--error)'],
  failed: [CloseCircleFilled, 'var(--error)'],
  cancelled: [MinusCircleOutlined, 'var(--text-2)'],
} as const;

/** The state of a run: a sign and a word. */
export function JobState({ state, faults }: { state: string; faults: number }) {
  const { t } = useTexts('operations');
  const shown = (state === 'succeeded' && faults > 0 ? 'skipped' : state) as keyof typeof looks;
  const [Sign, color] = looks[shown];
  return (
    <span style={{ color, whiteSpace: 'nowrap' }}>
      <Sign aria-hidden="true" /> {t(`state.${shown}`)}
    </span>
  );
}
