import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { SettingDto } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { EmptyState } from '../../Layout/EmptyState';
import { namesIn } from '../Settings/choices';
import { DraftSettings } from '../Settings/DraftSettings';
import { local } from '../Settings/json';
import { SettingsForm } from '../Settings/SettingsForm';
import { useDraft } from '../Shell/DraftContext';
import styles from './Rules.module.css';

const path = (name: string) => `dictionaries/${name}.json`;

/** The dictionaries of the package: choices that several fields share. */
export function DictionariesPanel({ settings }: { settings: SettingDto[] }) {
  const { t } = useTexts('designers');
  const { draft, edit, readOnly } = useDraft();
  const names = namesIn(
    draft.files.map((file) => file.path),
    'dictionaries',
    '.json',
  );
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState('');
  const open = names.find((one) => one.value === chosen)?.value ?? names[0]?.value;
  const add = async () => {
    const content = JSON.stringify({ name: local(name, name), values: [] }, null, 2);
    if (await edit([{ kind: 'file.write', file: path(name), value: `${content}\n` }])) {
      setChosen(name);
      setName('');
    }
  };
  return (
    <>
      <div className={styles.bar}>
        {names.length > 0 && (
          <Select
            aria-label={t('sections.dictionaries')}
            style={{ minWidth: 200 }}
            value={open}
            options={names}
            onChange={setChosen}
          />
        )}
        {!readOnly && (
          <>
            <Input
              aria-label={t('newName')}
              placeholder={t('newName')}
              style={{ width: 180 }}
              value={name}
              onChange={(event) => setName(event.target.value.trim())}
            />
            <Button
              icon={<PlusOutlined />}
              disabled={!/^[a-z][a-z0-9-]*$/.test(name) || names.some((one) => one.value === name)}
              onClick={() => void add()}
            >
              {t('add')}
            </Button>
          </>
        )}
        {open !== undefined && !readOnly && (
          <Button
            danger
            icon={<DeleteOutlined />}
            onClick={() => void edit([{ kind: 'file.remove', file: path(open) }])}
          >
            {t('acts.remove', { name: open })}
          </Button>
        )}
      </div>
      {open === undefined ? (
        <EmptyState title={t('noDictionaries')}>{t('noDictionariesText')}</EmptyState>
      ) : (
        <DraftSettings key={open} path={path(open)}>
          <SettingsForm settings={settings} at="" />
        </DraftSettings>
      )}
    </>
  );
}
