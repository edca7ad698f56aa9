import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useId, useState } from 'react';
import { importPackage, versionsQuery } from '../api/policy';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './PolicyPackages.module.css';
import { Findings } from './Findings';

/** Brings a package in; what is wrong with it stays on the screen. */
export function ImportDialog({ close }: { close: () => void }) {
  const { t } = useTexts('policy');
  const field = useId();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const bring = useMutation({
    mutationFn: (chosen: File) => importPackage(chosen),
    onSuccess: () => client.invalidateQueries({ queryKey: versionsQuery.queryKey }),
  });
  const imported = bring.data;
  return (
    <Modal
      open
      title={t('import.title')}
      okText={t('import.title')}
      cancelText={t(imported ? 'common:close' : 'common:cancel')}
      okButtonProps={{ disabled: file === undefined || imported?.created === true }}
      confirmLoading={bring.isPending}
      onOk={() => file && bring.mutate(file)}
      onCancel={close}
    >
      <p>{t('import.text')}</p>
      {bring.error && <ProblemAlert error={bring.error} />}
      <div className={styles.entry}>
        <label htmlFor={field}>{t('import.file')}</label>
        <input
          id={field}
          type="file"
          accept=".zip,application/zip"
          onChange={(event) => {
            setFile(event.target.files?.[0]);
            bring.reset();
          }}
        />
      </div>
      {imported && (
        <div role="status">
          <p>
            <strong>
              {imported.version === null
                ? t('import.broken')
                : t(imported.created ? 'import.created' : 'import.known', { number: imported.number })}
            </strong>
          </p>
          <Findings findings={imported.findings} />
        </div>
      )}
    </Modal>
  );
}
