import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { type DecisionTable, readSheet } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { Entry } from '../../Layout/Entry';
import { ProblemAlert } from '../../Layout/ProblemAlert';
import { useDraft } from '../Shell/DraftContext';
import styles from './Tables.module.css';
import type { TableEditing } from './useTable';

interface Props {
  table: DecisionTable;
  send: TableEditing['send'];
  command: TableEditing['command'];
  close: () => void;
}

/** A spreadsheet is looked at first, with its mistakes by cell; it is written in a second click. A DMN file takes the whole file's place. */
export function ImportTable({ table, send, command, close }: Props) {
  const { t } = useTexts('tables');
  const { draft } = useDraft();
  const [file, setFile] = useState<File>();
  const isModel = file?.name.endsWith('.dmn') === true;
  const look = useMutation({ mutationFn: (chosen: File) => readSheet(draft.id, table.file, table.decision, chosen) });
  const found = look.data;
  const write = useMutation({
    mutationFn: async () =>
      send([
        isModel
          ? { kind: 'file.write', file: `decisions/${table.file}`, value: await file.text() }
          : command('table.replace', [], found?.rows),
      ]),
    onSuccess: (isSaved) => isSaved && close(),
  });
  const isReady = isModel || (found !== undefined && found.rows.length > 0);
  return (
    <Modal
      open
      title={t('import.title')}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button
            type="primary"
            loading={look.isPending || write.isPending}
            disabled={file === undefined || (found !== undefined && !isReady)}
            onClick={() => (isReady ? write.mutate() : file && look.mutate(file))}
          >
            {t(isReady ? 'import.write' : 'import.look')}
          </Button>
        </>
      }
    >
      <p>{t('import.text')}</p>
      {look.error && <ProblemAlert error={look.error} />}
      <Entry label={t('import.file')}>
        {(id) => (
          <input
            id={id}
            type="file"
            accept=".xlsx,.csv,.dmn"
            onChange={(event) => {
              setFile(event.target.files?.[0]);
              look.reset();
            }}
          />
        )}
      </Entry>
      {isModel && <p>{t('import.model', { file: table.file })}</p>}
      {found && (
        <div role="status">
          <p>
            {t('import.found', {
              rules: found.rules,
              added: found.added,
              changed: found.changed,
              removed: found.removed,
            })}
          </p>
          {found.problems.length > 0 && (
            <ul className={styles.mistakes}>
              {found.problems.slice(0, 50).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Modal>
  );
}
