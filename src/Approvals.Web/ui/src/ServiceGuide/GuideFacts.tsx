import type { ReactNode } from 'react';
import { useTexts } from '../i18n/useTexts';
import type { ServiceGuideDto } from '../api/contract';
import { Panel } from '../Layout/Panel';
import { Tag } from '../Layout/Tag';
import styles from './ServiceGuide.module.css';

/** Who, what documents, which steps, on what basis. */
export function GuideFacts({ guide }: { guide: ServiceGuideDto }) {
  const { t } = useTexts('services');
  return (
    <>
      <Part title={t('who')} when={guide.who.length > 0}>
        <ul className={styles.bullets}>
          {guide.who.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Part>
      {guide.documents.length > 0 && (
        <Panel title={t('documents')} flush>
          {guide.documents.map((document) => (
            <div key={document.type} className={styles.document}>
              <strong>{document.name}</strong>{' '}
              {document.conditional && <Tag tone="warn">{t('application:file.conditional')}</Tag>}{' '}
              {!document.required && <Tag>{t('whenApplicable')}</Tag>}
              <p className="muted small">
                {t('application:file.rule', {
                  formats: document.formats.join(' / ').toUpperCase(),
                  size: document.maxSizeMb,
                })}
                {document.copies && ` · ${document.copies}`}
                {document.note && ` · ${document.note}`}
              </p>
              {document.template && <a href={document.template}>{t('application:file.template')}</a>}
            </div>
          ))}
        </Panel>
      )}
      <Part title={t('steps')} when={guide.steps.length > 0}>
        <ol className={styles.numbers}>
          {guide.steps.map((step) => (
            <li key={step.name}>
              <strong>{step.name}</strong>
              {step.who && ` · ${step.who}`}
              {step.limit && <span className="muted"> · {step.limit}</span>}
            </li>
          ))}
        </ol>
      </Part>
      <Part title={t('results')} when={guide.results.length > 0}>
        <ul className={styles.bullets}>
          {[...new Set(guide.results)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Part>
      <Part title={t('basis')} when={guide.legalBasis.length > 0}>
        <ul className={styles.bullets}>
          {guide.legalBasis.map((basis) => (
            <li key={`${basis.title} ${basis.clause ?? ''}`}>
              {basis.title} {basis.clause}
              {basis.text && <p className="muted">{basis.text}</p>}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('faq')} when={guide.faq.length > 0}>
        <dl className={styles.faq}>
          {guide.faq.map((entry) => (
            <div key={entry.q}>
              <dt>{entry.q}</dt>
              <dd className="prose" dangerouslySetInnerHTML={{ __html: entry.a }} />
            </div>
          ))}
        </dl>
      </Part>
    </>
  );
}

function Part({ title, when, children }: { title: string; when: boolean; children: ReactNode }) {
  return when ? <Panel title={title}>{children}</Panel> : null;
}
