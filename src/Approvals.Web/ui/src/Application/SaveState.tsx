import { CloudOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTexts } from '../i18n/useTexts';
import type { Saved } from '../Form/AutoSave';
import { clockTime } from '../i18n/dates';
import styles from './Application.module.css';

/** Whether what stands on the page also stands on the server. */
export function SaveState({ saved, reload }: { saved: Saved; reload: () => void }) {
  const { t } = useTexts('application');
  if (saved.status === 'stale') {
    return (
      <span className={`${styles.saved} ${styles.failed}`} role="alert">
        <ExclamationCircleOutlined aria-hidden="true" /> {t('save.stale')}
        <Button size="small" onClick={reload}>
          {t('save.reload')}
        </Button>
      </span>
    );
  }
  if (saved.status === 'failed') {
    return (
      <span className={`${styles.saved} ${styles.failed}`} role="alert">
        <ExclamationCircleOutlined aria-hidden="true" /> {t('save.failed')}
      </span>
    );
  }
  return (
    <span className={styles.saved} role="status">
      <CloudOutlined aria-hidden="true" />
      {saved.status === 'saved' && saved.savedAt !== null
        ? t('save.saved', { time: clockTime(saved.savedAt) })
        : saved.status === 'saved'
          ? t('save.auto')
          : t('save.saving')}
    </span>
  );
}
