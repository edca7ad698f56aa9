import { CheckOutlined, CloseOutlined, ExportOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { DocumentDto } from '../api/contract';
import { documentUrl } from '../api/documents';
import { useSession } from '../App/useSession';
import { fileSize, isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import styles from './Review.module.css';

interface Props {
  documents: DocumentDto[];
  shown: string | undefined;
  show: (id: string) => void;
  /** What can be said of the document that is shown. */
  judge?: (document: DocumentDto) => ReactNode;
}

/** The documents beside the answers, one at a time, under a watermark of who looks at them. */
export function DocumentPreview({ documents, shown, show, judge }: Props) {
  const { t } = useTexts('review');
  const session = useSession();
  const current = documents.find((document) => document.id === shown) ?? documents[0];
  if (current === undefined) {
    return (
      <section className={styles.preview}>
        <EmptyState title={t('noDocuments')} />
      </section>
    );
  }
  const url = documentUrl(current.id);
  return (
    <section className={styles.preview}>
      <header>
        <h2>{current.name}</h2>
        <span className="muted">{fileSize(current.size)}</span>
        <a href={url} target="_blank" rel="noreferrer" aria-label={t('openDocument', { name: current.name })}>
          <ExportOutlined />
        </a>
      </header>
      <div className={styles.files} role="group" aria-label={t('documents')}>
        {documents.map((document) => (
          <button
            key={document.id}
            type="button"
            title={document.name}
            aria-pressed={document.id === current.id}
            onClick={() => show(document.id)}
          >
            <Ticked document={document} />
            {document.typeName}
          </button>
        ))}
      </div>
      {judge?.(current)}
      <div className={styles.paper}>
        {current.contentType.startsWith('image/') ? (
          <img src={url} alt={current.name} />
        ) : (
          <iframe key={current.id} src={url} title={current.name} />
        )}
        <span className={styles.watermark}>
          {t('watermark', { name: session.user?.name ?? '', day: isoDay(session.today) })}
        </span>
      </div>
    </section>
  );
}

/** What was said of a document, before its name. */
function Ticked({ document }: { document: DocumentDto }) {
  const { t } = useTexts('review');
  if (document.verdict === null) {
    return null;
  }
  const { ok } = document.verdict;
  return (
    <span className={ok ? styles.met : styles.unmet}>
      {ok ? <CheckOutlined aria-hidden="true" /> : <CloseOutlined aria-hidden="true" />}
      <span className="visually-hidden">{t(ok ? 'tick.ok' : 'tick.bad')}</span>{' '}
    </span>
  );
}
