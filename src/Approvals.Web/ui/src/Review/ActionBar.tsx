import { DownOutlined, PushpinOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Checkbox, Dropdown, Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
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
  const after = useId();
  const [looked, setLooked] = useState<ActDto | null>(null);
  const told = looked ?? task.acts.find((act) => act.primary) ?? null;
  const blocked = task.acts.slice(0, always).find((act) => !act.enabled && act.why);
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
          <ActButton
            key={act.act}
            act={act}
            canAct={task.canAct}
            hint={hintOf(act, task.acts)}
            describedBy={told === act ? after : undefined}
            look={setLooked}
            ask={() => ask(act)}
          />
        ))}
        {rest.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: rest.map((act) => ({
                key: act.act,
                label: act.label,
                title: act.why ?? act.consequence ?? undefined,
                disabled: !act.enabled || !task.canAct,
              })),
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
          {told?.consequence && (
            <span id={after} title={told.consequence}>
              {t('then', { act: told.label, text: told.consequence })}
            </span>
          )}
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

interface ActButtonProps {
  act: ActDto;
  canAct: boolean;
  hint?: string;
  describedBy?: string;
  look: (act: ActDto | null) => void;
  ask: () => void;
}

/** While it is pointed at or has the focus, the bar says what happens next if it is chosen. */
function ActButton({ act, canAct, hint, describedBy, look, ask }: ActButtonProps) {
  return (
    <Button
      type={act.primary ? 'primary' : 'default'}
      danger={act.danger && !act.primary}
      disabled={!act.enabled || !canAct}
      title={act.why ?? undefined}
      aria-describedby={describedBy}
      onMouseEnter={() => look(act)}
      onMouseLeave={() => look(null)}
      onFocus={() => look(act)}
      onBlur={() => look(null)}
      onClick={ask}
    >
      {act.label} {hint && <kbd>{hint}</kbd>}
    </Button>
  );
}
