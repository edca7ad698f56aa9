import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTexts } from '../../i18n/useTexts';
import { useDraft } from '../Shell/DraftContext';
import styles from './Overview.module.css';

type Words = { 'zh-CN'?: string; en?: string };
interface Descriptor {
  code?: string;
  number?: string;
  name?: Words;
  summary?: Words;
}
const file = 'service.json';

/** Name and summary in both languages; what is entered is saved when the field is left. */
export function ServiceNames() {
  const { t } = useTexts('studio');
  const { draft, file: read } = useDraft();
  const service = read<Descriptor>(file);
  if (service === undefined || typeof service !== 'object') {
    return null;
  }
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('about.code')}</dt>
        <dd>{draft.service}</dd>
      </dl>
      {(['name', 'summary'] as const).map((property) =>
        (['zh-CN', 'en'] as const).map((language) => (
          <Entry
            key={`${property} ${language} ${service[property]?.[language] ?? ''}`}
            label={t(`about.${property}`, { language: t(`about.${language}`) })}
            help={t(`about.${property}Help`)}
            at={`/${property}/${language}`}
            value={service[property]?.[language] ?? ''}
            whole={service[property] === undefined ? { at: `/${property}`, language } : undefined}
          />
        )),
      )}
    </>
  );
}

interface EntryProps {
  label: string;
  help: string;
  at: string;
  value: string;
  whole: { at: string; language: string } | undefined;
}

function Entry({ label, help, at, value, whole }: EntryProps) {
  const { edit, readOnly } = useDraft();
  const field = useId();
  const [text, setText] = useState(value);
  const save = () => {
    const entered = text.trim();
    if (entered === value || entered === '') {
      setText(value);
      return;
    }
    void edit([
      whole === undefined
        ? { kind: 'value.set', file, at, value: entered }
        : { kind: 'value.set', file, at: whole.at, value: { [whole.language]: entered } },
    ]);
  };
  return (
    <div className={styles.entry}>
      <label htmlFor={field}>{label}</label>
      <Input
        id={field}
        value={text}
        maxLength={200}
        readOnly={readOnly}
        aria-describedby={`${field}-help`}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onPressEnter={save}
      />
      <p id={`${field}-help`} className="muted small">
        {help}
      </p>
    </div>
  );
}
