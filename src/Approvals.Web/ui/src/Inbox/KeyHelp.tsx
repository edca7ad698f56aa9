import { Button, Modal } from 'antd';
import { useTexts } from '../i18n/useTexts';
import styles from './Inbox.module.css';

const keys = ['j', 'k', 'Enter', 'x', 'c', 'n', '/'] as const;
const review = ['a', 'r'] as const;

/** The keys, in a strip at the bottom; all of them behind “?”. */
export function KeyHelp({ open, setOpen }: { open: boolean; setOpen: (open: boolean) => void }) {
  const { t } = useTexts('inbox');
  return (
    <div className={styles.keys}>
      <span className="muted">{t('keyboard')}</span>
      {keys.map((key) => (
        <span key={key}>
          <kbd>{key}</kbd> {t(`key.${key}`)}
        </span>
      ))}
      <Button type="text" size="small" onClick={() => setOpen(true)}>
        <kbd>?</kbd> {t('allKeys')}
      </Button>
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t('allKeys')}>
        <dl className={styles.help}>
          {[...keys, ...review].map((key) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`key.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </div>
  );
}
