import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
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
  /** What is typed and not added yet. */
  typed: NewCoAuthor;
  type: (typed: NewCoAuthor) => void;
}

export const nobody: NewCoAuthor = { name: '', number: null };

/** The list with who is typed and not added yet, if there is a name. */
export function withTyped(added: NewCoAuthor[], { name, number }: NewCoAuthor): NewCoAuthor[] {
  return name.trim() === '' ? added : [...added, { name: name.trim(), number: number?.trim() || null }];
}

/** Whom an expert does not judge; numbers are shown masked and are never read back. */
export function CoAuthors({ kept, keep, added, add, typed, type }: Props) {
  const { t } = useTexts('experts');
  const { name, number } = typed;
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
          status={name.trim() === '' && number?.trim() ? 'error' : undefined}
          maxLength={100}
          placeholder={t('form.authorName')}
          aria-label={t('form.authorName')}
          onChange={(event) => type({ name: event.target.value, number })}
        />
        <Input
          className={styles.number}
          value={number ?? ''}
          maxLength={30}
          placeholder={t('form.authorNumber')}
          aria-label={t('form.authorNumber')}
          onChange={(event) => type({ name, number: event.target.value })}
        />
        <Button
          icon={<PlusOutlined />}
          disabled={name.trim() === ''}
          onClick={() => {
            add(withTyped(added, typed));
            type(nobody);
          }}
        >
          {t('form.addAuthor')}
        </Button>
      </div>
    </fieldset>
  );
}
