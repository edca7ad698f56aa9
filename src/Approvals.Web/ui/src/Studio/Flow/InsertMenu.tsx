import { Input, Modal } from 'antd';
import { useMemo, useState } from 'react';
import type { BlockKind } from '../../api/flow';
import { useTexts } from '../../i18n/useTexts';
import styles from './Flow.module.css';
import { useFlow } from './FlowContext';

/** The kinds of blocks to put in: the common ones first, all of them by searching. */
export function InsertMenu() {
  const { menuAt, openMenu } = useFlow();
  return menuAt === undefined ? null : <Menu key={menuAt.after} close={() => openMenu(undefined)} />;
}

function Menu({ close }: { close: () => void }) {
  const { t } = useTexts('flow');
  const { kinds, menuAt, insert, flow } = useFlow();
  const [text, setText] = useState('');
  const found = useMemo(() => matching(kinds, text), [kinds, text]);
  const after = flow.steps.find((step) => step.id === menuAt?.after)?.title ?? '';
  const families = [...new Set(found.map((kind) => kind.family))];
  return (
    <Modal
      open
      title={after === '' ? t('insert.title') : t('insert.after', { name: after })}
      footer={null}
      onCancel={close}
      width={560}
    >
      <Input
        autoFocus
        allowClear
        value={text}
        aria-label={t('insert.search')}
        placeholder={t('insert.search')}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={() => found[0] && insert(found[0], menuAt)}
      />
      <div className={styles.kinds}>
        {families.map((family) => (
          <section key={family}>
            <h3>{t(`family.${family as 'people'}`)}</h3>
            <ul>
              {found
                .filter((kind) => kind.family === family)
                .map((kind) => (
                  <li key={kind.kind}>
                    <button type="button" onClick={() => insert(kind, menuAt)}>
                      <strong>{kind.name}</strong>
                      <span>{kind.help}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && <p className="muted">{t('insert.none')}</p>}
      </div>
    </Modal>
  );
}

function matching(kinds: readonly BlockKind[], text: string): BlockKind[] {
  const wanted = text.trim().toLowerCase();
  return kinds.filter((kind) =>
    wanted === ''
      ? kind.isCommon
      : [kind.name, kind.help, kind.kind].some((said) => said.toLowerCase().includes(wanted)),
  );
}
