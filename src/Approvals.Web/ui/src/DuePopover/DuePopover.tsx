import { CloseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Popover } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { dueReasonQuery } from '../api/cases';
import { useTexts } from '../i18n/useTexts';
import { QueryView } from '../Layout/QueryView';
import { useNarrow } from '../Layout/useNarrow';
import type { Extend } from './DueFoot';
import styles from './DuePopover.module.css';
import { DueReason } from './DueReason';

interface Props {
  caseId: string;
  /** The task whose own limit is explained first. */
  task?: string;
  /** What makes that limit longer; given where the person may. */
  extend?: Extend;
  children: ReactNode;
}

/** A due day that explains itself: beside it, or from below on a phone. Escape closes it. */
export function DuePopover({ caseId, task, extend, children }: Props) {
  const { t } = useTexts('due');
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };
  const button = (
    <button
      ref={trigger}
      type="button"
      className={styles.trigger}
      aria-haspopup="dialog"
      aria-expanded={open}
      title={t('why')}
      onClick={() => setOpen(!open)}
    >
      {children}
    </button>
  );
  const longer = extend && {
    ...extend,
    ask: () => {
      setOpen(false);
      extend.ask();
    },
  };
  const content = open ? <Explained caseId={caseId} task={task} extend={longer} close={close} /> : null;
  return narrow ? (
    <>
      {button}
      <Drawer open={open} placement="bottom" size="85%" title={t('why')} onClose={close}>
        {content}
      </Drawer>
    </>
  ) : (
    <Popover
      open={open}
      trigger="click"
      placement="bottom"
      onOpenChange={setOpen}
      content={content}
      styles={{ root: { maxWidth: 'min(740px, 96vw)' } }}
    >
      {button}
    </Popover>
  );
}

function Explained({ caseId, task, extend, close }: Omit<Props, 'children'> & { close: () => void }) {
  const { t } = useTexts('due');
  const reason = useQuery(dueReasonQuery(caseId, task));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      ref={box}
      className={styles.box}
      role="dialog"
      aria-label={t('why')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          close();
        }
      }}
    >
      <Button
        className={styles.close}
        type="text"
        icon={<CloseOutlined aria-hidden="true" />}
        aria-label={t('common:close')}
        onClick={close}
      />
      <QueryView query={reason}>{(found) => <DueReason reason={found} extend={extend} />}</QueryView>
    </div>
  );
}
