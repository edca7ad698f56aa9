import { Button } from 'antd';
import type { RehearsalDto } from '../../api/rehearsals';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { Tag } from '../../Layout/Tag';
import styles from './Test.module.css';
import { useStepNames } from './useStepNames';

/** What has come of the acts so far, and what was expected otherwise. */
export function Outcome({ came, expect }: { came: RehearsalDto; expect: (() => void) | undefined }) {
  const { t, i18n } = useTexts('rehearsal');
  const steps = useStepNames();
  const result = came.result ?? undefined;
  const named = result !== undefined && i18n.exists(`rehearsal:results.${result}`);
  const lines: [string, string][] = [
    [t('path'), came.path.map(steps).join(' → ')],
    [
      t('decisions'),
      came.decisions
        .map((one) =>
          [one.decision, one.outcome, one.rules.map((rule) => `#${rule}`).join(' '), one.clauses.join(' / ')]
            .filter(Boolean)
            .join(' '),
        )
        .join('；'),
    ],
    [t('letters'), came.letters.join('、')],
    [t('granted'), came.granted.map((one) => [one.kind, one.level, one.validTo].filter(Boolean).join(' ')).join('、')],
    [t('incidents'), came.incidents.join('；')],
  ];
  return (
    <Panel
      title={t('outcome')}
      extra={
        expect && (
          <Button size="small" disabled={came.failed !== null || came.done === 0} onClick={expect}>
            {t('takeAsExpected')}
          </Button>
        )
      }
    >
      <p>
        <Tag tone={result === undefined ? 'info' : result === 'granted' ? 'ok' : 'warn'}>
          {result === undefined ? t('running') : named ? t(`results.${result as 'granted'}`) : result}
        </Tag>
      </p>
      {came.differences.map((difference) => (
        <p key={difference} role="alert" className={styles.failure}>
          {difference}
        </p>
      ))}
      <dl className={styles.facts}>
        {lines
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  );
}
