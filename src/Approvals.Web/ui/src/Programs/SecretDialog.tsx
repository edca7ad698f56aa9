import { Button, Modal, Typography } from 'antd';
import { useTexts } from '../i18n/useTexts';
import styles from './Programs.module.css';

interface Props {
  title: string;
  text: string;
  secret: string;
  close: () => void;
}

/** A secret, shown this once: it closes by its button alone. */
export function SecretDialog({ title, text, secret, close }: Props) {
  const { t } = useTexts('programs');
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={close}>
          {t('kept')}
        </Button>
      }
    >
      <p>{text}</p>
      <Typography.Paragraph className={styles.secret} copyable={{ text: secret, tooltips: [t('copy'), t('copied')] }}>
        <code>{secret}</code>
      </Typography.Paragraph>
    </Modal>
  );
}
