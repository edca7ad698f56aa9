import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { FlowStep } from '../../../api/flow';
import { useTexts } from '../../../i18n/useTexts';
import styles from '../Flow.module.css';
import { useFlow } from '../FlowContext';

/** The branches of a choice or fork: add, rename, order, remove. */
export function BranchEditor({ step }: { step: FlowStep }) {
  const { t } = useTexts('flow');
  const { edit, commands, readOnly } = useFlow();
  const branches = step.ports.map((port) => port.port).filter((port) => port !== 'Default');
  if (readOnly || (step.type !== 'Elsa.FlowFork' && step.type !== 'Elsa.FlowSwitch')) {
    return null;
  }
  const add = () => {
    let number = branches.length + 1;
    while (branches.includes(`branch${number}`)) {
      number++;
    }
    void edit([commands.addBranch(step.id, `branch${number}`)]);
  };
  return (
    <div className={styles.setting} role="group" aria-label={t('branch.title')}>
      <div className={styles.label}>{t('branch.title')}</div>
      <div className={styles.rows}>
        {branches.map((branch, index) => (
          <div key={branch} className={styles.inline}>
            <Name
              branch={branch}
              label={t('branch.name')}
              rename={(name) => void edit([commands.renameBranch(step.id, branch, name)])}
            />
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              disabled={index === 0}
              aria-label={t('branch.up', { name: branch })}
              onClick={() => void edit([commands.moveBranch(step.id, branch, index - 1)])}
            />
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined />}
              disabled={index === branches.length - 1}
              aria-label={t('branch.down', { name: branch })}
              onClick={() => void edit([commands.moveBranch(step.id, branch, index + 1)])}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              disabled={branches.length === 1}
              aria-label={t('branch.remove', { name: branch })}
              onClick={() => void edit([commands.removeBranch(step.id, branch)])}
            />
          </div>
        ))}
        <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={add}>
          {t('branch.add')}
        </Button>
      </div>
      <p className={styles.help}>{t('branch.help')}</p>
    </div>
  );
}

function Name({ branch, label, rename }: { branch: string; label: string; rename: (name: string) => void }) {
  const [text, setText] = useState<string>();
  const leave = () => {
    if (text !== undefined && text.trim() !== '' && text.trim() !== branch) {
      rename(text.trim());
    }
    setText(undefined);
  };
  return (
    <Input
      size="small"
      aria-label={`${label} ${branch}`}
      value={text ?? branch}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
    />
  );
}
