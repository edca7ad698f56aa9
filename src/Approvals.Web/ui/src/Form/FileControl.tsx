import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useRef } from 'react';
import { useTexts } from '../i18n/useTexts';
import type { DocumentDto } from '../api/contract';
import { Tag } from '../Layout/Tag';
import styles from './FileControl.module.css';
import { type FieldProps, textsOf } from './fields';
import { useFormAccess } from './FormAccess';
import { fieldId, getPath } from './paths';
import { SentFile, UploadRow } from './UploadRow';
import { useUploads } from './useUploads';

/** The documents of one type: what they must be on the left, the files on the right. */
export function FileControl({ component, path }: FieldProps) {
  const { t } = useTexts('application');
  const access = useFormAccess();
  const input = useRef<HTMLInputElement>(null);
  const rule = component.document;
  const ids = textsOf(getPath(access.values, path));
  const files = ids.flatMap((id) => access.documents.find((document) => document.id === id) ?? []);
  const { addDocument } = access;
  const done = useCallback((document: DocumentDto) => addDocument(path, document), [addDocument, path]);
  const { uploads, start, retry, cancel } = useUploads(access.target, rule?.type ?? component.key, done);
  const open = access.isOpen(path) && !component.readOnly && access.target !== null;
  const room = (rule?.maxCount ?? 1) - files.length - uploads.length;
  const error = access.errors.get(path);
  const id = fieldId(path);
  const formats = rule?.formats ?? [];
  return (
    <div className={`${styles.row} ${error ? styles.wrong : ''}`} role="group" aria-labelledby={`${id}-label`}>
      <div>
        <p id={`${id}-label`} className={styles.label}>
          {component.label}{' '}
          {rule?.conditional ? (
            <Tag tone="warn">{t('file.conditional')}</Tag>
          ) : (
            <Tag>{component.required ? t('file.required') : t('file.optional')}</Tag>
          )}
        </p>
        {component.help && <p className={styles.note}>{component.help}</p>}
        {component.purpose && <p className={styles.note}>{t('purpose', { text: component.purpose })}</p>}
        <p className={styles.note} id={`${id}-help`}>
          {t('file.rule', { formats: formats.join(' / ').toUpperCase(), size: rule?.maxSizeMb ?? 20 })}
        </p>
        {rule?.conditional && <p className={styles.note}>{t('file.conditionalHint')}</p>}
        {rule?.template && <a href={rule.template}>{t('file.template')}</a>}
        {access.above?.(path)}
        {error && (
          <p id={`${id}-error`} className={styles.error}>
            {error}
          </p>
        )}
      </div>
      <div className={styles.files}>
        {files.map((file) => (
          <SentFile key={file.id} file={file} remove={open ? () => access.removeDocument(path, file.id) : undefined} />
        ))}
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} retry={() => retry(upload)} cancel={() => cancel(upload)} />
        ))}
        {open && room > 0 && (
          <>
            <input
              ref={input}
              type="file"
              className="visually-hidden"
              tabIndex={-1}
              aria-label={component.label}
              accept={formats.map((format) => `.${format}`).join(',')}
              multiple={room > 1}
              onChange={(event) => {
                [...(event.target.files ?? [])].slice(0, room).forEach(start);
                event.target.value = '';
              }}
            />
            <Button
              id={id}
              icon={<UploadOutlined aria-hidden="true" />}
              aria-describedby={error ? `${id}-error` : `${id}-help`}
              onClick={() => input.current?.click()}
            >
              {t(files.length === 0 ? 'file.choose' : 'file.chooseMore')}
              <span className="visually-hidden"> {component.label}</span>
            </Button>
          </>
        )}
        {!open && files.length === 0 && <p className={styles.note}>{t('file.none')}</p>}
      </div>
    </div>
  );
}
