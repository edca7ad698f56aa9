import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import type { DueLimitDto } from '../api/contract';
import { shortDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import styles from './DuePopover.module.css';

/** The act that makes a limit longer. */
export interface Extend {
  label: string;
  ask: () => void;
}

/** When it turns yellow and red; the explanation to be taken along as text. */
export function DueFoot({ limit, extend }: { limit: DueLimitDto; extend?: Extend }) {
  const { t } = useTexts('due');
  const { message } = App.useApp();
  return (
    <footer className={styles.foot}>
      {limit.yellowOn && (
        <span className={styles.yellow}>
          <i aria-hidden="true" /> {t('yellow', { day: shortDay(limit.yellowOn) })}
        </span>
      )}
      {limit.redOn && (
        <span className={styles.red}>
          <i aria-hidden="true" /> {t('red', { day: shortDay(limit.redOn) })}
        </span>
      )}
      <Button
        size="small"
        icon={<CopyOutlined aria-hidden="true" />}
        onClick={() => {
          void navigator.clipboard.writeText(`${limit.name}: ${limit.text}`).then(() => message.success(t('copied')));
        }}
      >
        {t('copy')}
      </Button>
      {extend && (
        <Button size="small" onClick={extend.ask}>
          {extend.label}
        </Button>
      )}
    </footer>
  );
}
