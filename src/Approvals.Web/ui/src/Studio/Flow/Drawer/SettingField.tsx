import { FunctionOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type ComponentType, useState } from 'react';
import type { BlockSetting, FlowStep } from '../../../api/flow';
import { useTexts } from '../../../i18n/useTexts';
import styles from '../Flow.module.css';
import { useFlow } from '../FlowContext';
import { CasesEditor } from './CasesEditor';
import { ConditionOrFormula } from './ConditionOrFormula';
import { LimitEditor } from './LimitEditor';
import { MapEditor } from './MapEditor';
import { ParticipantsEditor } from './ParticipantsEditor';
import { PermissionsEditor } from './PermissionsEditor';
import {
  ChoiceField,
  ChoicesField,
  DateField,
  FlagField,
  NamesField,
  NumberField,
  ShareField,
  TextField,
} from './PlainFields';
import { FileField, LettersField, StepsField, VariableField } from './ReferenceFields';
import { TimeoutEditor } from './TimeoutEditor';
import { expressionOf, feel, formulaOf, isComputed, literal, plainOf, type Raw, rawOf } from './values';
import { OutcomesField, WordsField } from './WordsFields';

export interface FieldProps {
  step: FlowStep;
  setting: BlockSetting;
  id: string;
  /** The plain value, or what stands in the file where it is no input. */
  value: unknown;
  disabled: boolean;
  /** Undefined takes the setting away. */
  change: (value: unknown) => void;
}

const editors: Record<string, ComponentType<FieldProps>> = {
  text: TextField,
  words: WordsField,
  number: NumberField,
  share: ShareField,
  flag: FlagField,
  choice: ChoiceField,
  choices: ChoicesField,
  date: DateField,
  duration: TextField,
  participants: ParticipantsEditor,
  limit: LimitEditor,
  timeout: TimeoutEditor,
  form: FileField,
  letter: FileField,
  decision: FileField,
  letters: LettersField,
  permissions: PermissionsEditor,
  names: NamesField,
  steps: StepsField,
  map: MapEditor,
  outcomes: OutcomesField,
  cases: CasesEditor,
  variable: VariableField,
  output: VariableField,
};
const formulas = new Set(['condition', 'value']);

/** A setting with its label, its help and what it is edited with; most can be computed instead. */
export function SettingField({
  step,
  setting,
  activity,
}: {
  step: FlowStep;
  setting: BlockSetting;
  activity: Raw | undefined;
}) {
  const { t } = useTexts('flow');
  const { edit, commands, readOnly, flow } = useFlow();
  const [entered, setEntered] = useState<{ value: unknown }>();
  const raw = entered === undefined ? rawOf(activity, setting) : entered.value;
  const kind = setting.kind.charAt(0).toLowerCase() + setting.kind.slice(1);
  const id = `setting-${setting.name}`;
  // What was entered stands until the server has it, so that its other parts are entered on top of it.
  const set = (value: unknown) => {
    const own = { value };
    setEntered(own);
    void edit([commands.set(step.id, setting.name, value)]).then(() =>
      setEntered((newer) => (newer === own ? undefined : newer)),
    );
  };
  const expression = setting.isInput ? expressionOf(raw) : undefined;
  const computed = setting.isInput && (isComputed(expression) || (formulas.has(kind) && expression === undefined));
  const Editor = editors[kind];
  const isLacking = setting.isRequired && (raw === undefined || raw === null);
  const canCompute =
    setting.isInput &&
    !formulas.has(kind) &&
    !['participants', 'permissions', 'map', 'timeout', 'steps', 'choices'].includes(kind);
  if (kind === 'child') {
    return null;
  }
  return (
    <div
      className={`${styles.setting} ${isLacking ? styles.lacking : ''}`}
      role="group"
      aria-labelledby={`${id}-label`}
      data-setting={setting.name}
    >
      <div className={styles.label}>
        <label id={`${id}-label`} htmlFor={id}>
          {setting.label}
          {setting.isRequired && <span className={styles.needed}>{t('required')}</span>}
        </label>
        {canCompute && !readOnly && (
          <Tooltip title={computed ? t('plain') : t('computed')}>
            <Button
              type="text"
              size="small"
              icon={<FunctionOutlined />}
              aria-pressed={computed}
              aria-label={`${setting.label}${t('comma')}${computed ? t('plain') : t('computed')}`}
              onClick={() => set(computed ? undefined : feel(''))}
            />
          </Tooltip>
        )}
      </div>
      {computed || Editor === undefined ? (
        <ConditionOrFormula
          kind={kind}
          label={setting.label}
          value={expression === undefined ? '' : formulaOf(expression)}
          scope={{ file: flow.file, activity: step.id }}
          change={(text) => set(text === '' ? undefined : feel(text))}
        />
      ) : (
        <Editor
          step={step}
          setting={setting}
          id={id}
          value={setting.isInput ? plainOf(raw) : raw}
          disabled={readOnly}
          change={(value) => set(value === undefined ? undefined : setting.isInput ? literal(value) : value)}
        />
      )}
      <p className={styles.help}>{setting.help}</p>
    </div>
  );
}
