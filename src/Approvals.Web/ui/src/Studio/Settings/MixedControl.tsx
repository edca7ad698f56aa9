import { Segmented } from 'antd';
import { useState } from 'react';
import type { SettingDto } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { FeelControl } from './FeelControls';
import { textIn } from './json';
import styles from './Settings.module.css';
import { Suggested } from './Suggested';
import { type ControlProps, LineControl } from './TextControls';

type Way = 'plain' | 'computed';

/** A text, a number or a day as it stands, or one that is worked out by FEEL. */
export function MixedControl({ setting, ...props }: ControlProps & { setting: SettingDto }) {
  const { t } = useTexts('designers');
  const isFormula = textIn(props.value).startsWith('=');
  const [chosen, choose] = useState<Way>();
  const way = isFormula ? 'computed' : (chosen ?? 'plain');
  const go = (next: Way) => {
    choose(next);
    if (isFormula && next === 'plain') {
      void props.write(undefined);
    }
  };
  return (
    <div className={styles.mixed}>
      {way === 'computed' ? (
        <FeelControl {...props} value={isFormula ? props.value : ''} />
      ) : (
        <Plain {...props} setting={setting} />
      )}
      <Segmented<Way>
        size="small"
        aria-label={t('mixed.label', { name: props.label })}
        disabled={props.disabled}
        value={way}
        options={(['plain', 'computed'] as const).map((one) => ({ value: one, label: t(`mixed.${one}`) }))}
        onChange={go}
      />
    </div>
  );
}

function Plain({ setting, ...props }: ControlProps & { setting: SettingDto }) {
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
