import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts';
import { Entry } from '../../Layout/Entry';
import styles from './Tables.module.css';

const kinds = ['input', 'output', 'annotation'] as const;

/** A setting that is saved once one leaves it. */
export function Setting({
  label,
  hint,
  text,
  save,
}: {
  label: string;
  hint: string;
  text: string;
  save: (text: string) => void;
}) {
  const [typed, setTyped] = useState<string>();
  return (
    <Entry label={label} hint={hint}>
      {(id) => (
        <Input
          id={id}
          value={typed ?? text}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => {
            if (typed !== undefined && typed.trim() !== text) {
              save(typed.trim());
            }
            setTyped(undefined);
          }}
        />
      )}
    </Entry>
  );
}

/** A new column of a kind. */
export function NewColumn({ add }: { add: (value: { kind: string; name: string }) => void }) {
  const { t } = useTexts('tables');
  const [kind, setKind] = useState<(typeof kinds)[number]>('input');
  const [name, setName] = useState('');
  return (
    <div className={styles.newColumn}>
      <Select
        aria-label={t('column.kind')}
        value={kind}
        onChange={setKind}
        options={kinds.map((one) => ({ value: one, label: t(`column.${one}`) }))}
      />
      <Input
        aria-label={t('column.name')}
        placeholder={t('column.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button
        disabled={name.trim() === ''}
        onClick={() => {
          add({ kind, name: name.trim() });
          setName('');
        }}
      >
        {t('column.add')}
      </Button>
    </div>
  );
}
