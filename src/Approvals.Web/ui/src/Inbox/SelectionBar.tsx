import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { InboxRowDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { BatchDialog } from './BatchDialog';
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
  const [batch, setBatch] = useState<'approve' | 'reject' | null>(null);
  const single = rows.filter((row) => !row.batchable).map((row) => row.number);
  const free = rows.filter((row) => row.claimedBy === null).map((row) => row.taskId);
  return (
    <div className={styles.selection} role="region" aria-label={t('selected', { count: rows.length })}>
      <strong>{t('selected', { count: rows.length })}</strong>
      <span>{t(free.length === 0 ? 'allClaimed' : 'unclaimed', { count: free.length })}</span>
      <Button disabled={free.length === 0} loading={busy} onClick={() => claim(free)}>
        {t('claimMany', { count: free.length })}
      </Button>
      {(['approve', 'reject'] as const).map((act) => (
        <Button
          key={act}
          disabled={single.length > 0}
          title={single.length > 0 ? t('batch.none', { numbers: single.join(', ') }) : undefined}
          onClick={() => setBatch(act)}
        >
          {t(`batch.${act}`)}
        </Button>
      ))}
      {batch && (
        <BatchDialog
          act={batch}
          rows={rows}
          close={(done) => {
            setBatch(null);
            if (done) {
              clear();
            }
          }}
        />
      )}
      <Button type="text" icon={<CloseOutlined />} aria-label={t('clearSelection')} onClick={clear} />
    </div>
  );
}
