import { useTexts } from '../../../i18n/useTexts';
import styles from '../Flow.module.css';
import { useFlow } from '../FlowContext';
import { ConditionOrFormula } from './ConditionOrFormula';
import type { FieldProps } from './SettingField';
import { listOf, mapOf, textOf } from './values';

/** The branches of a choice, each with its condition, from top to bottom. */
export function CasesEditor({ value, change, step }: FieldProps) {
  const { t } = useTexts('flow');
  const { flow } = useFlow();
  const cases = listOf(Array.isArray(value) ? value : (mapOf(mapOf(value).expression).value ?? mapOf(value).value));
  const write = (index: number, text: string) =>
    change(cases.map((one, at) => (at === index ? { ...one, condition: { type: 'FEEL', value: text } } : one)));
  return (
    <div className={styles.rows}>
      {cases.map((one, index) => {
        const label = textOf(one.label);
        return (
          <div key={label} className={styles.person}>
            <strong>{step.ports.find((port) => port.port === label)?.name ?? label}</strong>
            <ConditionOrFormula
              kind="condition"
              label={label}
              value={conditionOf(one.condition)}
              scope={{ file: flow.file, activity: step.id }}
              change={(text) => write(index, text)}
            />
          </div>
        );
      })}
      <p className={styles.help}>{t('branch.default')}</p>
    </div>
  );
}

function conditionOf(condition: unknown): string {
  const expression = mapOf(mapOf(condition).expression ?? condition);
  return typeof condition === 'string' ? condition : textOf(expression.value);
}
