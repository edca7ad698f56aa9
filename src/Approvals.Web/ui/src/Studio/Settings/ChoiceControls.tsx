import { Checkbox, Select, Switch } from 'antd';
import type { SettingDto } from '../../api/designers';
import { listIn, textIn } from './json';
import { useSettingsFile } from './place';
import { Suggested } from './Suggested';
import type { ControlProps } from './TextControls';

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
