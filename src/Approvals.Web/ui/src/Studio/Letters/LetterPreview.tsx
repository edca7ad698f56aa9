import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type FormLanguage, letterPreviewQuery } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { QueryView } from '../../Layout/QueryView';
import { useDraft } from '../Shell/DraftContext';
import styles from './Letters.module.css';

/** The letter on a made-up case, or on a past case that one may read. */
export function LetterPreview({ name, language }: { name: string; language: FormLanguage }) {
  const { t } = useTexts('designers');
  const { draft, revision } = useDraft();
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState('');
  const preview = useQuery(letterPreviewQuery(draft.id, name, language, number, revision));
  return (
    <section className={styles.preview} aria-labelledby="letter-preview">
      <h2 id="letter-preview">{t('letters.preview')}</h2>
      <p className={styles.hint}>{t('letters.previewHint')}</p>
      <form
        className={styles.acts}
        onSubmit={(event) => {
          event.preventDefault();
          setNumber(typed.trim());
        }}
      >
        <Input
          aria-label={t('letters.caseNumber')}
          placeholder={t('letters.caseNumber')}
          value={typed}
          allowClear
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button htmlType="submit">{t('letters.show')}</Button>
      </form>
      <QueryView query={preview} panels={1}>
        {(shown) => (
          <>
            {shown.problems.map((problem) => (
              <p key={problem} className={styles.error}>
                {problem}
              </p>
            ))}
            {shown.unknown.length > 0 && (
              <div role="status" className={styles.unknown}>
                {t('letters.unknown', { names: shown.unknown.join(', ') })}
              </div>
            )}
            <article className={styles.paper} lang={language}>
              <h3>{shown.subject}</h3>
              <div dangerouslySetInnerHTML={{ __html: shown.html }} />
            </article>
          </>
        )}
      </QueryView>
    </section>
  );
}
