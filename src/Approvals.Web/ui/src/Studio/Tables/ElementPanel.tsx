import { Button, Checkbox, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import type { DecisionElement, DecisionFile } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { Entry } from '../../Layout/Entry';
import { useDraft } from '../Shell/DraftContext';
import styles from './Tables.module.css';

interface Props {
  file: DecisionFile;
  element: DecisionElement;
  open: (decision: string) => void;
}

const settings = ['label', 'type', 'question', 'description'] as const;

/** One element of the graph: its name, what people call it, and what it requires. */
export function ElementPanel({ file, element, open }: Props) {
  const { t } = useTexts('tables');
  const { edit, readOnly } = useDraft();
  const path = `decisions/${file.file}`;
  const at = (...steps: string[]) => [element.id, ...steps].map((step) => `/${step.replaceAll('/', '~1')}`).join('');
  const others = file.elements.filter((other) => other.id !== element.id);
  return (
    <aside className={styles.findings} aria-label={element.label}>
      <header>
        <h2>{element.label}</h2>
        <p className="muted small">{t(`elementKind.${element.kind}`)}</p>
        {element.logic !== 'none' && <Button onClick={() => open(element.id)}>{t('graph.open')}</Button>}
      </header>
      <section className={styles.finding}>
        <Field
          label={t('new.name')}
          hint={t('graph.renameHint')}
          text={element.name}
          readOnly={readOnly}
          save={(text) => void edit([{ kind: 'decision.rename', file: path, at: at(), value: text }])}
        />
        {settings
          .filter((setting) => element.kind === 'decision' || setting === 'label' || setting === 'type')
          .map((setting) => (
            <Field
              key={setting}
              label={t(`element.${setting}`)}
              hint={t(`elementHint.${setting}`)}
              text={element[setting] ?? ''}
              readOnly={readOnly}
              save={(text) =>
                void edit([{ kind: 'decision.set', file: path, at: at(setting), value: text === '' ? null : text }])
              }
            />
          ))}
      </section>
      {element.kind !== 'inputData' && (
        <section className={styles.finding}>
          <h3>{t('graph.requiresTitle')}</h3>
          <p className="muted small">{t('graph.requiresHint')}</p>
          {others.map((other) => (
            <Checkbox
              key={other.id}
              disabled={readOnly}
              checked={element.requires.includes(other.id)}
              onChange={(event) =>
                void edit([
                  { kind: 'decision.require', file: path, at: at('requires', other.id), value: event.target.checked },
                ])
              }
            >
              {other.label}
            </Checkbox>
          ))}
        </section>
      )}
      {!readOnly && (
        <section className={styles.finding}>
          <Popconfirm
            title={t('graph.removeText')}
            okText={t('common:delete')}
            cancelText={t('common:cancel')}
            onConfirm={() => void edit([{ kind: 'decision.remove', file: path, at: at() }])}
          >
            <Button danger size="small">
              {t('graph.remove')}
            </Button>
          </Popconfirm>
        </section>
      )}
    </aside>
  );
}

interface FieldProps {
  label: string;
  hint: string;
  text: string;
  readOnly: boolean;
  save: (text: string) => void;
}

function Field({ label, hint, text, readOnly, save }: FieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <Entry label={label} hint={hint}>
      {(id) => (
        <Input.TextArea
          id={id}
          autoSize
          readOnly={readOnly}
          value={typed ?? text}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => {
            if (typed !== undefined && typed.trim() !== text) {
              save(typed.trim());
            }
            setTyped(undefined);
          }}
        />
      )}
    </Entry>
  );
}
