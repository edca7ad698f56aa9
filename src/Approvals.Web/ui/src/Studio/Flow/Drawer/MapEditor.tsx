import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../../i18n/useTexts';
import { FeelField } from '../../Conditions/FeelField';
import styles from '../Flow.module.css';
import { useFlow } from '../FlowContext';
import type { FieldProps } from './SettingField';
import { mapOf } from './values';

/** Values by name. A value is FEEL; text in quotes and numbers are FEEL too. In the file FEEL begins with =. */
export function MapEditor({ value, disabled, change, step }: FieldProps) {
  const { t } = useTexts('flow');
  const { flow } = useFlow();
  const [added, setAdded] = useState<string>();
  const known = mapOf(value);
  const write = (name: string, text: string | undefined) => {
    const next = Object.fromEntries(
      Object.entries({ ...known, [name]: text === undefined ? undefined : written(text) }).filter(
        ([, one]) => one !== undefined,
      ),
    );
    change(Object.keys(next).length === 0 ? undefined : next);
  };
  const add = () => {
    if (added !== undefined && added.trim() !== '' && !(added.trim() in known)) {
      change({ ...known, [added.trim()]: '' });
    }
    setAdded(undefined);
  };
  return (
    <div className={styles.rows}>
      {Object.entries(known).map(([name, one]) => (
        <div key={name} className={styles.pair}>
          <span>{name}</span>
          <FeelField
            label={name}
            value={shown(one)}
            readOnly={disabled}
            scope={{ file: flow.file, activity: step.id }}
            rows={1}
            onChange={(text) => write(name, text.trim())}
          />
          {!disabled && (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('map.remove', { name })}
              onClick={() => write(name, undefined)}
            />
          )}
        </div>
      ))}
      {!disabled &&
        (added === undefined ? (
          <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => setAdded('')}>
            {t('map.add')}
          </Button>
        ) : (
          <Input
            size="small"
            autoFocus
            aria-label={t('map.name')}
            placeholder={t('map.name')}
            value={added}
            onChange={(event) => setAdded(event.target.value)}
            onBlur={add}
            onPressEnter={add}
          />
        ))}
    </div>
  );
}

const shown = (value: unknown): string =>
  typeof value === 'string'
    ? value.startsWith('=')
      ? value.slice(1)
      : value === ''
        ? ''
        : JSON.stringify(value)
    : JSON.stringify(value);

/** Quoted text and numbers are kept as what they are; anything else as FEEL. */
function written(text: string): unknown {
  if (text === '') {
    return '';
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return `=${text}`;
  }
}
