import { FileImageOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useTexts } from '../i18n/useTexts';
import type { DocumentDto } from '../api/contract';
import { documentUrl } from '../api/documents';
import { fileSize } from '../i18n/dates';
import styles from './FileControl.module.css';
import type { Upload } from './useUploads';

function Icon({ image }: { image: boolean }) {
  return image ? (
    <FileImageOutlined className={`${styles.icon} ${styles.image}`} aria-hidden="true" />
  ) : (
    <FilePdfOutlined className={styles.icon} aria-hidden="true" />
  );
}

/** A file that is on the server. */
export function SentFile({ file, remove }: { file: DocumentDto; remove?: () => void }) {
  const { t } = useTexts('application');
  const refused = file.verdict?.ok === false;
  return (
    <div className={`${styles.file} ${refused ? styles.failed : ''}`}>
      <Icon image={file.contentType.startsWith('image/')} />
      <div>
        <div className={styles.name}>
          <span>{file.name}</span>
          <span>{fileSize(file.size)}</span>
        </div>
        <p className={`${styles.state} ${refused ? styles.bad : styles.good}`}>
          {refused ? (file.verdict?.reason ?? t('file.refused')) : t('file.sent')}
        </p>
      </div>
      <div className={styles.actions}>
        <a
          href={documentUrl(file.id)}
          target="_blank"
          rel="noreferrer"
          aria-label={t('file.previewOf', { name: file.name })}
        >
          {t('file.preview')}
        </a>
        {remove && (
          <Button type="link" size="small" onClick={remove} aria-label={t('file.deleteOf', { name: file.name })}>
            {t('common:delete')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** A file on its way, or one that did not arrive. */
export function UploadRow({ upload, retry, cancel }: { upload: Upload; retry: () => void; cancel: () => void }) {
  const { t } = useTexts('application');
  const { file, sent, problem } = upload;
  const share = file.size === 0 ? 100 : Math.min(100, Math.round((sent / file.size) * 100));
  return (
    <div className={`${styles.file} ${problem ? styles.failed : ''}`}>
      <Icon image={file.type.startsWith('image/')} />
      <div>
        <div className={styles.name}>
          <span>{file.name}</span>
          <span>
            {problem ? fileSize(file.size) : `${fileSize(Math.min(sent, file.size))} / ${fileSize(file.size)}`}
          </span>
        </div>
        {problem ? (
          <p className={`${styles.state} ${styles.bad}`} role="alert">
            {problem.code === 'network' ? t('file.interrupted') : (problem.errors[0]?.message ?? problem.message)}
          </p>
        ) : (
          <Progress percent={share} size="small" aria-label={t('file.progress', { name: file.name })} />
        )}
      </div>
      <div className={styles.actions}>
        {problem?.passing && (
          <Button size="small" danger onClick={retry}>
            {t('common:retry')}
          </Button>
        )}
        <Button type="link" size="small" onClick={cancel}>
          {problem ? t('file.remove') : t('common:cancel')}
        </Button>
      </div>
    </div>
  );
}
