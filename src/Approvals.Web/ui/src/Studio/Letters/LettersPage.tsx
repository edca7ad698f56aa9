import { CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { FormLanguage } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { EmptyState } from '../../Layout/EmptyState';
import { namesIn } from '../Settings/choices';
import { useDraft } from '../Shell/DraftContext';
import { LetterEditor } from './LetterEditor';
import { LetterPreview } from './LetterPreview';
import styles from './Letters.module.css';

const languages = ['zh-CN', 'en'] as const;
const path = (name: string, language: FormLanguage) => `letters/${name}.${language}.md`;

/** The letters of a service: a list, an editor for each language, and how the letter will look. */
export default function LettersPage() {
  const { t, i18n } = useTexts('designers');
  const { draft } = useDraft();
  const [query, setQuery] = useSearchParams();
  const [language, setLanguage] = useState<FormLanguage>(i18n.language === 'en' ? 'en' : 'zh-CN');
  const names = namesIn(
    draft.files.map((file) => file.path),
    'letters',
    '.zh-CN.md',
  ).map((one) => one.value);
  const name = names.find((one) => one === query.get('letter')) ?? names[0];
  const open = (letter: string) => setQuery({ letter }, { replace: true });
  return (
    <div className={styles.page}>
      <LetterList names={names} name={name} open={open} />
      {name === undefined ? (
        <EmptyState title={t('letters.none')}>{t('letters.noneText')}</EmptyState>
      ) : (
        <>
          <section className={styles.sheet} aria-labelledby="letter-name">
            <header className={styles.head}>
              <h2 id="letter-name">{name}</h2>
              <Segmented<FormLanguage>
                aria-label={t('language')}
                value={language}
                options={languages.map((one) => ({ value: one, label: t(one === 'en' ? 'english' : 'chinese') }))}
                onChange={setLanguage}
              />
            </header>
            <LetterEditor key={`${name} ${language}`} path={path(name, language)} language={language} />
          </section>
          <LetterPreview name={name} language={language} />
        </>
      )}
    </div>
  );
}

function LetterList({
  names,
  name,
  open,
}: {
  names: string[];
  name: string | undefined;
  open: (name: string) => void;
}) {
  const { t } = useTexts('designers');
  const { edit, file, readOnly } = useDraft();
  const [fresh, setFresh] = useState('');
  const isFree = /^[a-z][a-z0-9-]*$/.test(fresh) && !names.includes(fresh);
  const make = async (text: (language: FormLanguage) => string) => {
    const commands = languages.map((language) => ({
      kind: 'file.write',
      file: path(fresh, language),
      value: text(language),
    }));
    if (await edit(commands)) {
      open(fresh);
      setFresh('');
    }
  };
  const blank = (language: FormLanguage) =>
    `---\nsubject: ${language === 'en' ? 'Notice' : '通知'}\nchannels: [page, mail]\n---\n`;
  const copied = (language: FormLanguage) => file<string>(path(name ?? '', language)) ?? blank(language);
  return (
    <nav className={styles.list} aria-label={t('letters.title')}>
      {names.map((one) => (
        <button key={one} type="button" aria-current={one === name ? 'page' : undefined} onClick={() => open(one)}>
          {one}
        </button>
      ))}
      {!readOnly && (
        <div className={styles.acts}>
          <Input
            aria-label={t('letters.new')}
            placeholder={t('letters.new')}
            value={fresh}
            onChange={(event) => setFresh(event.target.value.trim())}
          />
          <Button icon={<PlusOutlined />} disabled={!isFree} onClick={() => void make(blank)}>
            {t('add')}
          </Button>
          <Button icon={<CopyOutlined />} disabled={!isFree || name === undefined} onClick={() => void make(copied)}>
            {t('copyHere')}
          </Button>
          <Button
            danger
            icon={<DeleteOutlined />}
            disabled={name === undefined}
            onClick={() =>
              void edit(languages.map((language) => ({ kind: 'file.remove', file: path(name ?? '', language) })))
            }
          >
            {t('remove')}
          </Button>
        </div>
      )}
    </nav>
  );
}
