import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef } from 'react';
import { type FormLanguage, type LetterNameDto, letterNamesQuery } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { Entry } from '../../Layout/Entry';
import { useTyped } from '../Settings/useTyped';
import { useDraft } from '../Shell/DraftContext';
import styles from './Letters.module.css';

interface BodyProps {
  body: string;
  language: FormLanguage;
  write: (body: string) => unknown;
  disabled: boolean;
}

/** The text of a letter; a placeholder goes where the cursor stands. */
export function LetterBody({ body, language, write, disabled }: BodyProps) {
  const { t } = useTexts('designers');
  const typed = useTyped(body, write);
  const area = useRef<TextAreaRef>(null);
  const insert = (expression: string) => {
    const field = area.current?.resizableTextArea?.textArea;
    const [from, to] = [field?.selectionStart ?? typed.value.length, field?.selectionEnd ?? typed.value.length];
    void write(`${typed.value.slice(0, from)}{{ ${expression} }}${typed.value.slice(to)}`);
  };
  return (
    <>
      {!disabled && <Placeholders insert={insert} />}
      <Entry label={t('letters.body')} hint={t('letters.bodyHint')}>
        {(id) => (
          <Input.TextArea
            ref={area}
            id={id}
            lang={language}
            rows={18}
            disabled={disabled}
            className={styles.body}
            {...typed}
          />
        )}
      </Entry>
    </>
  );
}

/** What may be filled in, by where it comes from; choosing one puts it where the cursor stands. */
function Placeholders({ insert }: { insert: (expression: string) => void }) {
  const { t } = useTexts('designers');
  const { draft, revision } = useDraft();
  const names = useQuery(letterNamesQuery(draft.id, revision)).data ?? [];
  const groups = [...new Set(names.map((name) => name.group))];
  const line = (name: LetterNameDto) => ({ value: name.expression, label: `${name.label} · ${name.expression}` });
  return (
    <Entry label={t('letters.insert')}>
      {(id) => (
        <Select<string>
          id={id}
          className={styles.wide}
          showSearch={{ optionFilterProp: 'label' }}
          value={null}
          placeholder={t('letters.choose')}
          options={groups.map((group) => ({
            label: t(`letters.groups.${group}`),
            options: names.filter((name) => name.group === group).map(line),
          }))}
          onChange={insert}
        />
      )}
    </Entry>
  );
}
