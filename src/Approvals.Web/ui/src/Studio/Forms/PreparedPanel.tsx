import { useQuery } from '@tanstack/react-query';
import { preparedQuery } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { QueryView } from '../../Layout/QueryView';
import { useDraft } from '../Shell/DraftContext';
import styles from './Forms.module.css';

interface Touched {
  path: string;
  label: string;
  drafts: number;
}

/** What the form as it stands now would mean for applications that people are preparing: figures, and nobody's answers. */
export function PreparedPanel({ form }: { form: string }) {
  const { t } = useTexts('designers');
  const { draft, revision } = useDraft();
  const prepared = useQuery(preparedQuery(draft.id, form, revision));
  return (
    <section className={styles.matrix} aria-label={t('forms.ways.prepared')}>
      <QueryView query={prepared}>
        {(found) => (
          <>
            <p>
              <strong>{t('prepared.count', { count: found.drafts })}</strong>{' '}
              {found.looked < found.drafts && (
                <span className="muted">{t('prepared.looked', { count: found.looked })}</span>
              )}
            </p>
            <Fields title={t('prepared.dropped')} none={t('prepared.droppedNone')} fields={found.dropped} />
            <Fields title={t('prepared.required')} none={t('prepared.requiredNone')} fields={found.required} />
            <p className={styles.hint}>{t('prepared.note')}</p>
          </>
        )}
      </QueryView>
    </section>
  );
}

function Fields({ title, none, fields }: { title: string; none: string; fields: readonly Touched[] }) {
  const { t } = useTexts('designers');
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      {fields.length === 0 && <p className="muted">{none}</p>}
      <ul>
        {fields.map((field) => (
          <li key={field.path}>
            {field.label} <code>{field.path}</code> – {t('prepared.in', { count: field.drafts })}
          </li>
        ))}
      </ul>
    </section>
  );
}
