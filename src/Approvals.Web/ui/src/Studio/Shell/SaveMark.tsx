import { CloudOutlined, LockOutlined, SyncOutlined, WarningOutlined } from '@ant-design/icons';
import { clockTime } from '../../i18n/dates';
import { useTexts } from '../../i18n/useTexts';
import { useDraft } from './DraftContext';
import styles from './Studio.module.css';

/** Whether what is on the screen is in the draft. */
export function SaveMark() {
  const { t } = useTexts('studio');
  const { readOnly, saving, savedAt } = useDraft();
  if (readOnly) {
    return (
      <span className={styles.saved}>
        <LockOutlined aria-hidden="true" /> {t('readOnly')}
      </span>
    );
  }
  const Icon = saving === 'saving' ? SyncOutlined : saving === 'failed' ? WarningOutlined : CloudOutlined;
  const text =
    saving !== 'saved'
      ? t(saving)
      : savedAt === undefined
        ? t('unchanged')
        : t('savedAt', { time: clockTime(savedAt) });
  return (
    <span role="status" className={saving === 'failed' ? styles.failed : styles.saved}>
      <Icon aria-hidden="true" /> {text}
    </span>
  );
}
