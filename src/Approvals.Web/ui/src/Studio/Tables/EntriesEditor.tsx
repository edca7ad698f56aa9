import { DeleteOutlined, DownOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { DecisionTable } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { FeelField } from '../Conditions/FeelField';
import { useDraft } from '../Shell/DraftContext';
import styles from './Tables.module.css';
import type { TableEditing } from './useTable';

/** A literal expression, or a context: named expressions, each of which may use those above it, and a result. */
export function EntriesEditor({ table, editing: { send, command } }: { table: DecisionTable; editing: TableEditing }) {
  const { t } = useTexts('tables');
  const { readOnly } = useDraft();
  const [name, setName] = useState('');
  const scope = { file: `decisions/${table.file}`, activity: table.decision };
  const isContext = table.logic === 'context';
  const named = table.entries.filter((entry) => entry.name !== '');
  const move = (entry: string, to: number) =>
    void send([command('decision.moveEntry', ['entries', entry], undefined, to)]);
  return (
    <section className={styles.entries} aria-label={table.label}>
      <h2>{table.label}</h2>
      <p className="muted small">{t(isContext ? 'context.hint' : 'literal.hint')}</p>
      {table.problems.map((problem) => (
        <p key={problem.text} role="alert" className={styles.bad}>
          {problem.text}
        </p>
      ))}
      {table.entries.map((entry, index) => (
        <div key={entry.name} className={styles.entry}>
          <div className={styles.entryHead}>
            <b>{entry.name === '' ? t(isContext ? 'context.result' : 'literal.expression') : entry.name}</b>
            {entry.type && <small>{entry.type}</small>}
            {isContext && entry.name !== '' && !readOnly && (
              <>
                <Button
                  type="text"
                  size="small"
                  icon={<UpOutlined />}
                  aria-label={t('context.up', { name: entry.name })}
                  disabled={index === 0}
                  onClick={() => move(entry.name, index - 1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DownOutlined />}
                  aria-label={t('context.down', { name: entry.name })}
                  disabled={index >= named.length - 1}
                  onClick={() => move(entry.name, index + 1)}
                />
                <Button
                  type="text"
                  size="small"
                  danger
                  icon={<DeleteOutlined />}
                  aria-label={t('context.remove', { name: entry.name })}
                  onClick={() => void send([command('decision.removeEntry', ['entries', entry.name])])}
                />
              </>
            )}
          </div>
          {entry.text === null ? (
            <p className={styles.note}>{t('other')}</p>
          ) : (
            <FeelField
              label={entry.name === '' ? t('literal.expression') : entry.name}
              value={entry.text}
              rows={Math.min(12, entry.text.split('\n').length + 1)}
              scope={scope}
              readOnly={readOnly}
              onChange={(text) => void send([command('decision.setEntry', ['entries', entry.name], text)])}
            />
          )}
        </div>
      ))}
      {isContext && !readOnly && (
        <div className={styles.newColumn}>
          <Input
            aria-label={t('context.name')}
            placeholder={t('context.name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button
            icon={<PlusOutlined />}
            disabled={name.trim() === ''}
            onClick={() => {
              void send([command('decision.setEntry', ['entries', name.trim()], 'null')]);
              setName('');
            }}
          >
            {t('context.add')}
          </Button>
        </div>
      )}
    </section>
  );
}
