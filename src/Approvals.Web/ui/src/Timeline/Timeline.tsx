import { CheckOutlined } from '@ant-design/icons';
import { useTexts } from '../i18n/useTexts';
import type { StepDto, StepLineDto } from '../api/contract';
import { DueBadge } from '../DueBadge/DueBadge';
import { shortDay, shortInstant } from '../i18n/dates';
import { Tag, type Tone } from '../Layout/Tag';
import { branchesOf } from './branches';
import styles from './Timeline.module.css';

interface Props {
  steps: StepDto[];
  /** For staff: opinions, outcomes and the badge; narrow column. */
  dense?: boolean;
}

/** Done, current and coming steps, each with its dates. */
export function Timeline({ steps, dense }: Props) {
  const { t } = useTexts('cases');
  return (
    <ol className={`${styles.list} ${dense ? styles.dense : ''}`}>
      {branchesOf(steps).map((branches, index) => {
        const [first] = branches;
        return (
          <li key={`${first.activity} ${first.round} ${index}`} className={styles[first.status]}>
            <span className={styles.mark} aria-hidden="true">
              {first.status === 'done' ? <CheckOutlined /> : index + 1}
            </span>
            <span className="visually-hidden">{t(`status.${first.status}`)}</span>
            <div className={styles.body}>
              {branches.length > 1 && <p className={styles.who}>{t('beside', { count: branches.length })}</p>}
              <div className={branches.length > 1 ? styles.branches : undefined}>
                {branches.map((step) => (
                  <Step key={step.activity} step={step} dense={dense ?? false} />
                ))}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Step({ step, dense }: { step: StepDto; dense: boolean }) {
  const { t } = useTexts('cases');
  return (
    <div>
      <Head step={step} dense={dense} />
      <p className={styles.who}>
        {whoOf(step, t('received'), dense) || (step.clockStopped ? t('notCounted') : step.limit)}
      </p>
      {step.note && <p className={styles.note}>{step.note}</p>}
      {step.opinion && !step.lines.some((line) => line.opinion === step.opinion) && (
        <p className={styles.opinion}>{step.opinion}</p>
      )}
      {step.lines.length > 0 && <Lines lines={step.lines} />}
    </div>
  );
}

/** What happened within the step: who brought in whom, what they said, how clocks changed. */
function Lines({ lines }: { lines: StepLineDto[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line, index) => (
        <li key={`${line.at} ${index}`}>
          <p>
            {line.actor && <strong>{line.actor}</strong>} {line.text} <span>{shortInstant(line.at)}</span>
          </p>
          {line.opinion && <p className={styles.opinion}>{line.opinion}</p>}
        </li>
      ))}
    </ul>
  );
}

function Head({ step, dense }: { step: StepDto; dense: boolean }) {
  const { t } = useTexts('cases');
  return (
    <div className={styles.head}>
      <span className={styles.name}>{step.name}</span>
      {step.round > 1 && <Tag>{t('round', { number: step.round })}</Tag>}
      {step.status === 'current' && !dense && <Tag tone="info">{t('currentStep')}</Tag>}
      {dense && step.outcomeName && <Tag tone={toneOfOutcome(step.outcome)}>{step.outcomeName}</Tag>}
      {step.duration && !dense && <span className={styles.duration}>{step.duration}</span>}
      <span className={styles.when}>
        {step.status === 'current' && step.due && step.due.state !== 'none' ? (
          <DueBadge due={step.due} />
        ) : (
          <When step={step} />
        )}
      </span>
    </div>
  );
}

function When({ step }: { step: StepDto }) {
  const { t } = useTexts('cases');
  if (step.finishedAt) {
    return shortInstant(step.finishedAt);
  }
  if (step.expectedFrom && step.expectedTo && step.expectedFrom !== step.expectedTo) {
    return t('expectedBetween', { from: shortDay(step.expectedFrom), to: shortDay(step.expectedTo) });
  }
  const day = step.expectedTo ?? step.expectedFrom;
  return day ? t('expectedAt', { day: shortDay(day) }) : null;
}

function whoOf(step: StepDto, received: string, withDuration: boolean): string {
  const parts = [step.organisationName, step.actor].filter((part) => part != null && part !== '');
  if (step.status === 'current' && step.receivedAt) {
    parts.push(`${shortInstant(step.receivedAt)} ${received}`);
  }
  if (withDuration && step.duration) {
    parts.push(step.duration);
  }
  return parts.join(' · ');
}

function toneOfOutcome(outcome: string | null): Tone {
  switch (outcome?.toLowerCase()) {
    case 'approved':
    case 'accepted':
    case 'passed':
    case 'done':
    case 'noobjection':
      return 'ok';
    case 'rejected':
    case 'declined':
    case 'failed':
      return 'error';
    default:
      return 'warn';
  }
}
