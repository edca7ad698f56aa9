import { Button } from 'antd';
import { useTexts } from '../i18n/useTexts';
import { KeyList } from '../Layout/KeyList';
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
      <KeyList
        open={open}
        close={() => setOpen(false)}
        title={t('allKeys')}
        keys={[...keys, ...review].map((key) => ({ key, text: t(`key.${key}`) }))}
      />
    </div>
  );
}
