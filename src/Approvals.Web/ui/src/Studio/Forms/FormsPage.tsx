import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formCatalogueQuery } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { EmptyState } from '../../Layout/EmptyState';
import { QueryView } from '../../Layout/QueryView';
import { namesIn } from '../Settings/choices';
import { DraftSettings } from '../Settings/DraftSettings';
import { useDraft } from '../Shell/DraftContext';
import { FormList } from './FormList';
import { FormPreview } from './FormPreview';
import { FormWorkbench } from './FormWorkbench';
import styles from './Forms.module.css';
import { PreparedPanel } from './PreparedPanel';
import { RightsMatrix } from './RightsMatrix';

const ways = ['design', 'preview', 'rights', 'prepared'] as const;
type Way = (typeof ways)[number];

/** The forms of a service: designed, looked at as an applicant, opened step by step, and held against what people prepare. */
export default function FormsPage() {
  const { t } = useTexts('designers');
  const { draft } = useDraft();
  const catalogue = useQuery(formCatalogueQuery);
  const [query, setQuery] = useSearchParams();
  const [way, setWay] = useState<Way>('design');
  const names = namesIn(
    draft.files.map((file) => file.path),
    'forms',
    '.json',
  ).map((one) => one.value);
  const form = names.find((name) => name === query.get('form')) ?? names[0];
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <FormList names={names} form={form} open={(name) => setQuery({ form: name }, { replace: true })} />
        <div className={styles.ways}>
          <Segmented<Way>
            aria-label={t('forms.way')}
            value={way}
            options={ways.map((one) => ({ value: one, label: t(`forms.ways.${one}`) }))}
            onChange={setWay}
          />
        </div>
      </header>
      {form === undefined ? (
        <EmptyState title={t('forms.none')}>{t('forms.noneText')}</EmptyState>
      ) : (
        <DraftSettings key={form} path={`forms/${form}.json`}>
          {way === 'design' && (
            <QueryView query={catalogue}>{(known) => <FormWorkbench form={form} catalogue={known} />}</QueryView>
          )}
          {way === 'preview' && <FormPreview form={form} />}
          {way === 'rights' && <RightsMatrix form={form} />}
          {way === 'prepared' && <PreparedPanel form={form} />}
        </DraftSettings>
      )}
    </div>
  );
}
