import { Select } from 'antd';
import { useTexts } from '../../../i18n/useTexts';
import { useDraft } from '../../Shell/DraftContext';
import styles from '../Flow.module.css';
import { useFlow } from '../FlowContext';
import type { FieldProps } from './SettingField';
import { mapOf, textOf, textsOf } from './values';

const folders: Record<string, RegExp> = {
  form: /^forms\/(.+)\.json$/,
  letter: /^letters\/(.+?)\.(?:zh-CN|en)\.md$/,
  decision: /^decisions\/(.+)\.dmn$/,
};

/** Names of the package's own files of a kind. */
export function useNames(kind: string): { value: string; label: string }[] {
  const { draft } = useDraft();
  const names = draft.files.map((file) => folders[kind]?.exec(file.path)?.[1]).filter((name) => name !== undefined);
  return [...new Set(names)].map((name) => ({ value: name, label: name }));
}

/** A form, letter or decision of the package; another name can be written, for what is shared or a decision inside a file. */
export function FileField({ id, value, disabled, change, setting }: FieldProps) {
  const options = useNames(setting.kind.toLowerCase());
  const known = textOf(value);
  return (
    <Select
      id={id}
      mode="tags"
      maxCount={1}
      value={known === '' ? [] : [known]}
      disabled={disabled}
      options={options}
      onChange={(names: string[]) => change(names.at(-1))}
    />
  );
}

/** Other steps of the flow. */
export function StepsField({ id, value, disabled, change, step, setting }: FieldProps) {
  const { t } = useTexts('flow');
  const { flow } = useFlow();
  const applicant = setting.name === 'returnTo' ? [{ value: 'applicant', label: t('applicant') }] : [];
  const steps = flow.steps
    .filter((one) => one.id !== step.id && one.family === 'people')
    .map((one) => ({ value: one.id, label: one.title }));
  return (
    <Select
      id={id}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      value={textsOf(value)}
      disabled={disabled}
      options={[...applicant, ...steps]}
      onChange={(ids: string[]) => change(ids.length === 0 ? undefined : ids)}
    />
  );
}

/** A variable of the flow: one that is set, or one that takes a result. */
export function VariableField({ id, value, disabled, change, setting }: FieldProps) {
  const { flow } = useFlow();
  const reference = mapOf(mapOf(value).memoryReference ?? value);
  const known = textOf(reference.name) || textOf(reference.id);
  const write = (name: string | undefined) =>
    change(
      name === undefined
        ? undefined
        : setting.kind.toLowerCase() === 'output'
          ? { typeName: 'Object', memoryReference: { id: name } }
          : { id: name, name },
    );
  return (
    <Select
      id={id}
      allowClear
      value={known === '' ? undefined : known}
      disabled={disabled}
      options={flow.variables.map((name) => ({ value: name, label: name }))}
      onChange={write}
    />
  );
}

/** The letter that each outcome sends. */
export function LettersField({ id, value, disabled, change, step }: FieldProps) {
  const letters = useNames('letter');
  const known = mapOf(value);
  const ports = [
    ...new Map([
      ...step.ports.map((port) => [port.port, port.name] as const),
      ...Object.keys(known).map((port) => [port, step.ports.find((one) => one.port === port)?.name ?? port] as const),
    ]),
  ];
  const write = (port: string, letter: string | undefined) => {
    const next = Object.fromEntries(
      Object.entries({ ...known, [port]: letter }).filter(([, one]) => one !== undefined),
    );
    change(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <div className={styles.rows}>
      {ports.map(([port, name]) => (
        <div key={port} className={styles.pair}>
          <label htmlFor={`${id}-${port}`}>{name}</label>
          <Select
            id={`${id}-${port}`}
            size="small"
            allowClear
            value={textOf(known[port]) || undefined}
            disabled={disabled}
            options={letters}
            onChange={(letter) => write(port, letter)}
          />
        </div>
      ))}
    </div>
  );
}
