import { Input } from 'antd';
import { useState } from 'react';
import type { FlowStep } from '../../../api/flow';
import { useTexts } from '../../../i18n/useTexts';
import styles from '../Flow.module.css';

interface Props {
  id: string;
  value: string;
  disabled: boolean;
  step: FlowStep;
  change: (text: string) => void;
}

/** An expression in FEEL; saved when one leaves it. The server checks it with the rest and tells it as a problem of the block. */
export function FeelField({ id, value, disabled, change }: Props) {
  const { t } = useTexts('flow');
  const [text, setText] = useState<string>();
  return (
    <Input.TextArea
      id={id}
      className={styles.feel}
      autoSize={{ minRows: 1, maxRows: 6 }}
      value={text ?? value}
      disabled={disabled}
      placeholder={t('feel')}
      spellCheck={false}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        if (text !== undefined && text !== value) {
          change(text.trim());
        }
        setText(undefined);
      }}
    />
  );
}
