import { Checkbox, Input } from 'antd';
import type { ActDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import type { ActInput } from './acts';
import styles from './Review.module.css';

interface Props {
  fields: NonNullable<ActDto['fields']>;
  input: ActInput;
  set: (change: Partial<ActInput>) => void;
}

/** Fields by section; each chosen one takes a note for the applicant. */
export function FieldPicker({ fields, input, set }: Props) {
  const { t } = useTexts('review');
  const sections = [...new Set(fields.map((field) => field.section))];
  const toggle = (path: string, on: boolean) =>
    set({ fields: on ? [...input.fields, path] : input.fields.filter((known) => known !== path) });
  return sections.map((section) => (
    <details key={section} className={styles.picker} open={sections.length === 1}>
      <summary>
        {section}{' '}
        <span className="muted">
          {input.fields.filter((path) => fields.some((field) => field.path === path && field.section === section))
            .length || ''}
        </span>
      </summary>
      {fields
        .filter((field) => field.section === section)
        .map((field) => {
          const chosen = input.fields.includes(field.path);
          return (
            <div key={field.path}>
              <Checkbox checked={chosen} onChange={(event) => toggle(field.path, event.target.checked)}>
                {field.label}
              </Checkbox>
              {chosen && (
                <Input
                  maxLength={300}
                  placeholder={t('ask.note')}
                  aria-label={t('ask.noteOf', { label: field.label })}
                  value={input.fieldNotes[field.path] ?? ''}
                  onChange={(event) => set({ fieldNotes: { ...input.fieldNotes, [field.path]: event.target.value } })}
                />
              )}
            </div>
          );
        })}
    </details>
  ));
}
