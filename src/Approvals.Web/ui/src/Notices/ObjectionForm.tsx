import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { fileObjection } from '../api/notices';
import { TextEntry } from '../Account/TextEntry';
import { useEntries } from '../Account/useEntries';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './Notices.module.css';

/** Anybody may object, with a name and a way to be reached: an anonymous objection could not be answered. */
export function ObjectionForm({ notice }: { notice: string }) {
  const { t } = useTexts('notices');
  const id = useId();
  const file = useMutation({
    mutationFn: (body: Record<'name' | 'contact' | 'reason', string>) => fileObjection(notice, body),
  });
  const { values, entry, placed } = useEntries(['name', 'contact', 'reason'] as const, file.error);
  if (file.data) {
    return (
      <div role="status">
        <p>
          <strong>{t('objection.done', { number: file.data.number })}</strong>
        </p>
        <p>{t('objection.next')}</p>
      </div>
    );
  }
  const reason = entry('reason');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        file.mutate(values);
      }}
    >
      <p className="muted">{t('objection.text')}</p>
      {file.error && !placed && <ProblemAlert error={file.error} />}
      <TextEntry label={t('objection.name')} autoComplete="name" maxLength={50} {...entry('name')} />
      <TextEntry
        label={t('objection.contact')}
        hint={t('objection.contactHint')}
        maxLength={100}
        {...entry('contact')}
      />
      <label htmlFor={id}>{t('objection.reason')}</label>
      {reason.error && <p className={styles.error}>{reason.error}</p>}
      <Input.TextArea
        id={id}
        rows={5}
        maxLength={2000}
        value={reason.value}
        status={reason.error ? 'error' : undefined}
        onChange={(event) => reason.onValue(event.target.value)}
      />
      <Button type="primary" htmlType="submit" loading={file.isPending}>
        {t('objection.send')}
      </Button>
    </form>
  );
}
