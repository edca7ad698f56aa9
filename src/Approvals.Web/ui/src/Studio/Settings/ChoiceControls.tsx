import { Checkbox, Select, Switch } from 'antd';
import type { SettingDto } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { listIn, textIn } from './json';
import { useSettingsFile } from './place';
import styles from './Settings.module.css';
import { Suggested } from './Suggested';
import { type ControlProps, FeelControl, LineControl } from './TextControls';

type Props = ControlProps & { setting: SettingDto };

export function FlagControl({ id, describedBy, value, write, disabled }: ControlProps) {
  return (
    <Switch
      id={id}
      aria-describedby={describedBy}
      disabled={disabled}
      checked={value === true}
      onChange={(on) => void write(on ? true : undefined)}
    />
  );
}

export function ChoiceControl({ id, describedBy, value, write, disabled, setting }: Props) {
  const chosen = value === false ? 'no' : textIn(value);
  return (
    <Select
      id={id}
      aria-describedby={describedBy}
      disabled={disabled}
      allowClear={!setting.required}
      value={chosen === '' ? undefined : chosen}
      options={setting.options}
      onChange={(picked?: string) => void write(picked)}
    />
  );
}

export function ChoicesControl({ value, write, disabled, setting }: Props) {
  const chosen = typeof value === 'string' ? [value] : listIn(value).map(textIn);
  return (
    <Checkbox.Group
      disabled={disabled}
      value={chosen}
      options={setting.options}
      onChange={(picked) => void write(picked.length === 0 ? undefined : picked)}
    />
  );
}

/** One thing of the package; a name that is not there yet may be typed. */
export function ReferenceControl({ setting, ...props }: Props) {
  const { choices } = useSettingsFile();
  return <Suggested {...props} options={choices(setting.source ?? '')} />;
}

export function ReferencesControl({ id, describedBy, value, write, disabled, setting }: Props) {
  const { choices } = useSettingsFile();
  const chosen = typeof value === 'string' ? [value] : listIn(value).map(textIn);
  return (
    <Select
      id={id}
      aria-describedby={describedBy}
      mode="tags"
      disabled={disabled}
      value={chosen}
      options={choices(setting.source ?? '')}
      onChange={(picked: string[]) => void write(picked.length === 0 ? undefined : picked)}
    />
  );
}

type Way = 'no' | 'yes' | 'when';

/** Always, never, or while a condition holds. */
export function FlagOrFeelControl(props: ControlProps) {
  const { t } = useTexts('designers');
  const { value, write, disabled, describedBy, id } = props;
  const way: Way = typeof value === 'string' ? 'when' : value === true ? 'yes' : 'no';
  const choose = (picked: Way) => void write(picked === 'when' ? '=true' : picked === 'yes' ? true : undefined);
  return (
    <div className={styles.stacked}>
      <Select
        id={id}
        aria-describedby={describedBy}
        disabled={disabled}
        value={way}
        options={(['no', 'yes', 'when'] as const).map((one) => ({ value: one, label: t(`ways.${one}`) }))}
        onChange={choose}
      />
      {way === 'when' && (
        <FeelControl {...props} id={`${id}-when`} write={(text) => write(asFeel(textIn(text ?? '')))} />
      )}
    </div>
  );
}

/** A text, a number or a day as it stands, or FEEL behind an equals sign. */
export function MixedControl({ setting, ...props }: Props) {
  const isNumber = setting.kind === 'numberOrFeel';
  const write = (entered: unknown) => {
    const text = typeof entered === 'string' ? entered : '';
    return props.write(text === '' ? undefined : isNumber && Number.isFinite(Number(text)) ? Number(text) : text);
  };
  return setting.options.length > 0 ? (
    <Suggested {...props} options={setting.options} />
  ) : (
    <LineControl {...props} write={write} />
  );
}

const asFeel = (text: string): string | undefined =>
  text === '' ? undefined : text.startsWith('=') ? text : `=${text}`;
