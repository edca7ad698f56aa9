import { Input } from 'antd';
import { useState } from 'react';
import type { FlowStep } from '../../../api/flow';
import { useTexts } from '../../../i18n/useTexts';
import styles from '../Flow.module.css';
import { useFlow } from '../FlowContext';

/** The step's id: cases under way, returns and scenarios know it by this. */
export function IdField({ step }: { step: FlowStep }) {
  const { t } = useTexts('flow');
  const { edit, commands, readOnly, select } = useFlow();
  const [text, setText] = useState<string>();
  const leave = () => {
    const id = text?.trim() ?? '';
    setText(undefined);
    if (id !== '' && id !== step.id) {
      void edit([commands.rename(step.id, id)]).then((saved) => saved && select(id));
    }
  };
  return (
    <div className={styles.setting} role="group" aria-labelledby="setting-id-label">
      <div className={styles.label}>
        <label id="setting-id-label" htmlFor="setting-id">
          {t('id.label')}
        </label>
      </div>
      <Input
        id="setting-id"
        value={text ?? step.id}
        disabled={readOnly}
        onChange={(event) => setText(event.target.value)}
        onBlur={leave}
        onPressEnter={leave}
      />
      <p className={styles.help}>{t('id.help')}</p>
    </div>
  );
}
