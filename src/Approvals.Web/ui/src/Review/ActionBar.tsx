import { DownOutlined, PushpinOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Checkbox, Dropdown, Input } from 'antd';
import { useEffect, useRef } from 'react';
import type { ActDto, WorkTaskDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { isTyping } from '../Shell/keys';
import { actOfKey } from './acts';
import { Phrases } from './Phrases';
import styles from './Review.module.css';
import type { Acting } from './useActing';

const always = 5;

/** Two fixed lines: the opinion, and the acts with what follows from the main one. */
export function ActionBar({ task, acting }: { task: WorkTaskDto; acting: Acting }) {
  const { t } = useTexts('review');
  const { opinion, setOpinion, ask, follow, setFollow } = acting;
  const latest = useRef({ task, ask });
  useEffect(() => {
    latest.current = { task, ask };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = isTyping(event) ? undefined : actOfKey(event.key, latest.current.task.acts);
      if (act) {
        event.preventDefault();
        latest.current.ask(act);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const main = task.acts.find((act) => act.primary);
  const blocked = task.acts.find((act) => !act.enabled && act.why);
  const rest = task.acts.slice(always);
  return (
    <footer className={styles.bar}>
      <div className={styles.opinion}>
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={500}
          value={opinion}
          disabled={!task.canAct}
          placeholder={t('opinion')}
          aria-label={t('opinion')}
          onChange={(event) => setOpinion(event.target.value)}
        />
        <span className="muted">{opinion.length} / 500</span>
        <Phrases opinion={opinion} choose={setOpinion} icon={<PushpinOutlined aria-hidden="true" />} />
      </div>
      <div className={styles.acts}>
        {task.acts.slice(0, always).map((act) => (
          <ActButton key={act.act} act={act} canAct={task.canAct} hint={hintOf(act, task.acts)} ask={() => ask(act)} />
        ))}
        {rest.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: rest.map((act) => ({ key: act.act, label: act.label, disabled: !act.enabled || !task.canAct })),
              onClick: ({ key }) => ask(rest.find((act) => act.act === key)),
            }}
          >
            <Button>
              {t('more')} <DownOutlined aria-hidden="true" />
            </Button>
          </Dropdown>
        )}
        {blocked?.why && (
          <span className={styles.blocked}>
            <WarningFilled aria-hidden="true" /> {blocked.why}
          </span>
        )}
        <span className={styles.after}>
          {main && (task.afterApprove ?? main.consequence) && <span>{task.afterApprove ?? main.consequence}</span>}
          <Checkbox checked={follow} onChange={(event) => setFollow(event.target.checked)}>
            {t('openNext')}
          </Checkbox>
        </span>
      </div>
    </footer>
  );
}

function hintOf(act: ActDto, acts: ActDto[]): string | undefined {
  return (['a', 'r'] as const).find((key) => actOfKey(key, acts) === act);
}

function ActButton({ act, canAct, hint, ask }: { act: ActDto; canAct: boolean; hint?: string; ask: () => void }) {
  return (
    <Button
      type={act.primary ? 'primary' : 'default'}
      danger={act.danger && !act.primary}
      disabled={!act.enabled || !canAct}
      title={act.why ?? act.consequence ?? undefined}
      onClick={ask}
    >
      {act.label} {hint && <kbd>{hint}</kbd>}
    </Button>
  );
}
