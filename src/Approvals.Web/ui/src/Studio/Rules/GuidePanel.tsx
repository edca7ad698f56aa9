import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { type FormLanguage, guidePreviewQuery } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { QueryView } from '../../Layout/QueryView';
import { useDraft } from '../Shell/DraftContext';
import styles from './Rules.module.css';

/** The guide page as applicants will see it. */
export function GuidePanel() {
  const { t, i18n } = useTexts('designers');
  const { draft, revision } = useDraft();
  const [language, setLanguage] = useState<FormLanguage>(i18n.language === 'en' ? 'en' : 'zh-CN');
  const guide = useQuery(guidePreviewQuery(draft.id, language, revision));
  return (
    <section className={styles.preview} aria-labelledby="guide-preview">
      <header className={styles.previewHead}>
        <h3 id="guide-preview">{t('guidePreview')}</h3>
        <Segmented<FormLanguage>
          aria-label={t('language')}
          value={language}
          options={[
            { value: 'zh-CN', label: t('chinese') },
            { value: 'en', label: t('english') },
          ]}
          onChange={setLanguage}
        />
      </header>
      <QueryView query={guide} panels={1}>
        {(shown) => (
          <article className={styles.guide} lang={language}>
            <h3>{shown.name}</h3>
            {shown.summary && <p className="muted">{shown.summary}</p>}
            <div dangerouslySetInnerHTML={{ __html: shown.html }} />
          </article>
        )}
      </QueryView>
    </section>
  );
}
