import { Segmented } from 'antd';
import { useState } from 'react';
import type { DueLimitDto, DueReasonDto } from '../api/contract';
import { monthDay, weekday } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Tag } from '../Layout/Tag';
import { DueBasis } from './DueBasis';
import { DueFoot, type Extend } from './DueFoot';
import { DueMonths } from './DueMonths';
import { DueSum } from './DueSum';
import styles from './DuePopover.module.css';

/** One limit at a time: the sum, day by day, on what it rests, and when it turns yellow and red. */
export function DueReason({ reason, extend }: { reason: DueReasonDto; extend?: Extend }) {
  const { t } = useTexts('due');
  const [kind, setKind] = useState(reason.limits[0]?.kind);
  const limit = reason.limits.find((one) => one.kind === kind) ?? reason.limits[0];
  if (limit === undefined) {
    return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>;
  }
  return (
    <>
      <h2 className={styles.title}>
        <Title limit={limit} /> {limit.due.provisional && <Tag tone="warn">{t('provisional')}</Tag>}
      </h2>
      {reason.limits.length > 1 && (
        <Segmented
          aria-label={t('which')}
          size="small"
          value={limit.kind}
          options={reason.limits.map((one) => ({ value: one.kind, label: one.name }))}
          onChange={setKind}
        />
      )}
      <DueSum limit={limit} />
      <DueMonths limit={limit} today={reason.today} />
      <DueBasis limit={limit} />
      <DueFoot limit={limit} extend={limit.kind === 'step' ? extend : undefined} />
    </>
  );
}

function Title({ limit }: { limit: DueLimitDto }) {
  const { t } = useTexts('due');
  const { dueOn } = limit.due;
  return <>{dueOn === null ? t('stands') : t('whyDay', { day: monthDay(dueOn), weekday: weekday(dueOn) })}</>;
}
