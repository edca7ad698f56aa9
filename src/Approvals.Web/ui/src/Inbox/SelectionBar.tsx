import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { InboxRowDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import styles from './Inbox.module.css';

interface Props {
  rows: InboxRowDto[];
  busy: boolean;
  claim: (ids: string[]) => void;
  clear: () => void;
}

/** What can be done with the rows that are selected; says first what it means. */
export function SelectionBar({ rows, busy, claim, clear }: Props) {
  const { t } = useTexts('inbox');
  const free = rows.filter((row) => row.claimedBy === null).map((row) => row.taskId);
  return (
    <div className={styles.selection} role="region" aria-label={t('selected', { count: rows.length })}>
      <strong>{t('selected', { count: rows.length })}</strong>
      <span>{t(free.length === 0 ? 'allClaimed' : 'unclaimed', { count: free.length })}</span>
      <Button disabled={free.length === 0} loading={busy} onClick={() => claim(free)}>
        {t('claimMany', { count: free.length })}
      </Button>
      <Button type="text" icon={<CloseOutlined />} aria-label={t('clearSelection')} onClick={clear} />
    </div>
  );
}
