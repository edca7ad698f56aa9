import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ExpertDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import styles from './Experts.module.css';

export interface NewCoAuthor {
  name: string;
  number: string | null;
}
type Kept = ExpertDto['coAuthors'];
interface Props {
  kept: Kept;
  keep: (kept: Kept) => void;
  added: NewCoAuthor[];
  add: (added: NewCoAuthor[]) => void;
}

/** Whom an expert does not judge; numbers are shown masked and are never read back. */
export function CoAuthors({ kept, keep, added, add }: Props) {
  const { t } = useTexts('experts');
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const lines = [
    ...kept.map((one) => ({ ...one, remove: () => keep(kept.filter((other) => other !== one)) })),
    ...added.map((one, index) => ({
      ...one,
      id: `new-${index}`,
      remove: () => add(added.filter((other) => other !== one)),
    })),
  ];
  return (
    <fieldset className={styles.lines}>
      <legend>{t('form.coAuthors')}</legend>
      <p className="muted small">{t('form.coAuthorsHint')}</p>
      {lines.map((one) => (
        <p key={one.id} className={styles.line}>
          <span>
            {one.name} <span className="muted small">{one.number}</span>
          </span>
          <Button
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('form.removeAuthor', { name: one.name })}
            onClick={one.remove}
          />
        </p>
      ))}
      <div className={styles.line}>
        <Input
          value={name}
          maxLength={100}
          placeholder={t('form.authorName')}
          aria-label={t('form.authorName')}
          onChange={(event) => setName(event.target.value)}
        />
        <Input
          className={styles.number}
          value={number}
          maxLength={30}
          placeholder={t('form.authorNumber')}
          aria-label={t('form.authorNumber')}
          onChange={(event) => setNumber(event.target.value)}
        />
        <Button
          icon={<PlusOutlined />}
          disabled={name.trim() === ''}
          onClick={() => {
            add([...added, { name: name.trim(), number: number.trim() || null }]);
            setName('');
            setNumber('');
          }}
        >
          {t('form.addAuthor')}
        </Button>
      </div>
    </fieldset>
  );
}
