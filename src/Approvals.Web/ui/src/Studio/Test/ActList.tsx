import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ScenarioAct } from '../../api/rehearsals';
import { shortInstant } from '../../i18n/dates';
import { useTexts } from '../../i18n/useTexts';
import { usePersonName } from './PeopleContext';
import { useStepNames } from './useStepNames';
import styles from './Test.module.css';

interface Props {
  acts: readonly ScenarioAct[];
  /** How many were done when it was last played. */
  done: number;
  failed: string | undefined;
  remove: ((index: number) => void) | undefined;
  move: ((index: number, by: -1 | 1) => void) | undefined;
}

/** What was done, in order; the act that could not be done says why. */
export function ActList({ acts, done, failed, remove, move }: Props) {
  const { t } = useTexts('rehearsal');
  const told = useTold();
  if (acts.length === 0) {
    return <p className="muted">{t('nothingYet')}</p>;
  }
  return (
    <ol className={styles.acts} aria-label={t('acts')}>
      {acts.map((act, index) => (
        <li key={index} className={index === done && failed ? styles.broken : undefined}>
          <span className={styles.said}>{told(act)}</span>
          {move && (
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined aria-hidden="true" />}
              aria-label={t('up', { number: index + 1 })}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            />
          )}
          {move && (
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined aria-hidden="true" />}
              aria-label={t('down', { number: index + 1 })}
              disabled={index === acts.length - 1}
              onClick={() => move(index, 1)}
            />
          )}
          {remove && (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden="true" />}
              aria-label={t('removeAct', { number: index + 1 })}
              onClick={() => remove(index)}
            />
          )}
          {index === done && failed && (
            <p role="alert" className={styles.failure}>
              {failed}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** An act in words. */
function useTold() {
  const { t, i18n } = useTexts('rehearsal');
  const steps = useStepNames();
  const called = usePersonName();
  return (act: ScenarioAct) => {
    if (act.advance) {
      const { to, ...by } = act.advance;
      const [unit, count] = Object.entries(by)[0] ?? [];
      return to === undefined
        ? t('told.by', { count: Number(count), unit: t(`units.${unit as 'days'}`) })
        : t('told.to', { at: shortInstant(to) });
    }
    const known = act.act !== undefined && i18n.exists(`rehearsal:verbs.${act.act}`);
    return t('told.act', {
      at: act.at === undefined ? '' : shortInstant(act.at),
      by: act.by === undefined ? t('several') : called(act.by),
      step: act.activity === undefined ? '' : steps(act.activity),
      act: known ? t(`verbs.${act.act as 'approve'}`) : (act.act ?? ''),
    });
  };
}
