import type { SettingDto } from '../../api/designers';
import { ChoiceControl, ChoicesControl, FlagControl, ReferenceControl, ReferencesControl } from './ChoiceControls';
import { ConditionControl, FeelControl, FlagOrFeelControl } from './FeelControls';
import { MixedControl } from './MixedControl';
import { NamedControl } from './NamedControl';
import { useSetting } from './place';
import { RecordsControl } from './RecordsControl';
import { SettingField } from './SettingField';
import styles from './Settings.module.css';
import { type ControlProps, LineControl, ListControl, LocalControl, NumberSetting } from './TextControls';

interface Props {
  settings: readonly SettingDto[];
  /** The object that the settings stand in. */
  at: string;
}

/** The settings of an object, each written at once when it changes. */
export function SettingsForm({ settings, at }: Props) {
  return (
    <div className={styles.form}>
      {settings
        .filter((setting) => setting.kind !== 'components')
        .map((setting) => (
          <One key={setting.name} setting={setting} at={at} />
        ))}
    </div>
  );
}

function One({ setting, at }: { setting: SettingDto; at: string }) {
  const { address, value, write, errors, readOnly } = useSetting(at, setting.name);
  if (setting.kind === 'record') {
    return (
      <fieldset className={styles.record} data-setting={setting.name}>
        <legend>{setting.label}</legend>
        <p className={styles.help}>{setting.help}</p>
        <SettingsForm settings={setting.settings} at={address} />
      </fieldset>
    );
  }
  if (setting.kind === 'records') {
    return <RecordsControl setting={setting} at={address} />;
  }
  return (
    <SettingField setting={setting} errors={errors} grouped={grouped.has(setting.kind)}>
      {(id, describedBy) => (
        <Control
          setting={setting}
          label={setting.label}
          id={id}
          describedBy={describedBy}
          value={value}
          write={write}
          disabled={readOnly}
        />
      )}
    </SettingField>
  );
}

const grouped = new Set(['choices', 'terms', 'figures', 'feels', 'feel', 'condition', 'flagOrFeel']);

function Control({ setting, ...props }: ControlProps & { setting: SettingDto }) {
  switch (setting.kind) {
    case 'localText':
      return <LocalControl {...props} />;
    case 'localLongText':
      return <LocalControl {...props} rows={3} />;
    case 'localMarkdown':
      return <LocalControl {...props} rows={14} />;
    case 'whole':
    case 'number':
      return <NumberSetting {...props} whole={setting.kind === 'whole'} least={setting.least} most={setting.most} />;
    case 'flag':
      return <FlagControl {...props} />;
    case 'choice':
      return <ChoiceControl {...props} setting={setting} />;
    case 'choices':
      return <ChoicesControl {...props} setting={setting} />;
    case 'texts':
      return <ListControl {...props} />;
    case 'wholes':
      return <ListControl {...props} numbers />;
    case 'feel':
      return <FeelControl {...props} />;
    case 'condition':
      return <ConditionControl {...props} />;
    case 'flagOrFeel':
      return <FlagOrFeelControl {...props} />;
    case 'reference':
      return <ReferenceControl {...props} setting={setting} />;
    case 'references':
      return <ReferencesControl {...props} setting={setting} />;
    case 'terms':
    case 'figures':
    case 'feels':
      return <NamedControl {...props} kind={setting.kind} />;
    case 'numberOrFeel':
    case 'textOrFeel':
    case 'valueOrFeel':
      return <MixedControl {...props} setting={setting} />;
    default:
      return <LineControl {...props} />;
  }
}
