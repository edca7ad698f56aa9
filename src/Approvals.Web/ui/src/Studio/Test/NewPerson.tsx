import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts';
import { packageRoles } from '../Settings/useChoices';
import { useDraft } from '../Shell/DraftContext';
import { freeKey } from './people';
import styles from './Test.module.css';

/** One more person of a scenario: a name and a role. */
export function NewPerson({ path, people }: { path: string; people: Record<string, unknown> }) {
  const { t } = useTexts('rehearsal');
  const { t: words } = useTexts('designers');
  const { edit } = useDraft();
  const [name, setName] = useState('');
  const [role, setRole] = useState<(typeof packageRoles)[number]>('Reviewer');
  const add = () => {
    void edit([
      { kind: 'value.set', file: path, at: `/people/${freeKey(role, people)}`, value: { role, name: name.trim() } },
    ]);
    setName('');
  };
  return (
    <p className={styles.adding}>
      <Input
        aria-label={t('newPerson')}
        placeholder={t('newPerson')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        className={styles.by}
        aria-label={t('columns.role')}
        value={role}
        options={packageRoles.map((one) => ({ value: one, label: words(`roles.${one}`) }))}
        onChange={setRole}
      />
      <Button disabled={name.trim() === ''} onClick={add}>
        {t('addPerson')}
      </Button>
    </p>
  );
}
