import { Modal } from 'antd';
import type { BatchDto, InboxRowDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import styles from './Inbox.module.css';

interface Props {
  title: string;
  rows: InboxRowDto[];
  found: BatchDto;
  close: () => void;
}

/** How many were done, and of each that was not, why. */
export function BatchResult({ title, rows, found: { done, refused }, close }: Props) {
  const { t } = useTexts('inbox');
  return (
    <Modal
      open
      title={title}
      okText={t('batch.close')}
      cancelButtonProps={{ hidden: true }}
      onOk={close}
      onCancel={close}
    >
      <p role="status">{t('batch.done', { count: done })}</p>
      {refused.length > 0 && (
        <>
          <p>{t('batch.refused', { count: refused.length })}</p>
          <ul className={styles.refused}>
            {refused.map((one) => (
              <li key={one.taskId}>
                {rows.find((row) => row.taskId === one.taskId)?.number}: {one.why}
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
