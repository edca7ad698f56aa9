import { CheckCircleFilled, ClockCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { ServiceVersionDto, VersionReport } from '../../api/contract';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { useDraft } from '../Shell/DraftContext';
import { useLatestRun } from '../Test/useLatestRun';
import styles from './Publish.module.css';
import type { Moving } from './RunningCases';
import { type Mark, useClauseLine } from './useClauseLine';

const icons = { ok: CheckCircleFilled, bad: ExclamationCircleFilled, open: ClockCircleFilled };

interface Props {
  report: VersionReport | undefined;
  /** Runs the whole check; absent once it was asked for. */
  check: (() => void) | undefined;
  busy: boolean;
  moving: Moving;
  version: ServiceVersionDto | undefined;
}

/** What must be so before a version binds anybody. */
export function CheckList({ report, check, busy, moving, version }: Props) {
  const { t } = useTexts('publishing');
  const { draft, problems } = useDraft();
  const run = useLatestRun(draft.id);
  const clauses = useClauseLine();
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const count = (area: string) => report?.findings.filter((one) => one.area === area && one.blocks).length ?? 0;
  const told = (area: string, text: string): [Mark, string] =>
    report === undefined
      ? ['open', t('notYet')]
      : count(area) > 0
        ? ['bad', t('blocked', { count: count(area) })]
        : ['ok', text];
  const moves = moving.moves || (version?.moving ?? null) !== null;
  const arrangement = t(
    moves ? (moving.moves && !moving.tried ? 'lacks.trial' : 'arrangementMoves') : 'arrangementStays',
  );
  const lines: [string, Mark, string, string?][] = [
    [t('lint'), errors > 0 ? 'bad' : 'ok', t('lintText', { errors, warnings: problems.length - errors })],
    [t('tables'), ...told('table', t('tablesText'))],
    [t('guarantees'), ...told('guarantee', t('guaranteesText', { count: report?.guarantees ?? 0 }))],
    [t('scenarios'), ...told('scenario', t('scenariosText', { count: report?.scenarios ?? 0 }))],
    [
      t('replay'),
      run === undefined ? 'open' : run.isCurrent && run.noted >= run.changed ? 'ok' : 'bad',
      run === undefined
        ? t('replayNone')
        : t(run.isCurrent ? 'replayText' : 'replayStale', { changed: run.changed, open: run.changed - run.noted }),
    ],
    clauses,
    [t('arrangement'), moving.moves && moving.tried === undefined ? 'open' : 'ok', arrangement],
    [
      t('second'),
      draft.state === 'published' || draft.state === 'retired' ? 'ok' : 'open',
      t(`secondText.${draft.state}`),
    ],
  ];
  return (
    <Panel
      title={t('list')}
      extra={
        check && (
          <Button size="small" loading={busy} onClick={check}>
            {t('runChecks')}
          </Button>
        )
      }
    >
      <ul className={styles.list}>
        {lines.map(([name, mark, text, to]) => {
          const Icon = icons[mark];
          return (
            <li key={name} data-mark={mark}>
              <Icon aria-label={t(`marks.${mark}`)} />
              <span>
                <strong>{name}</strong>
                <br />
                <span className="muted small">{text}</span> {to !== undefined && <Link to={to}>{t('look')}</Link>}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
