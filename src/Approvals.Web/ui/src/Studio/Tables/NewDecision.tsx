import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { DecisionFile } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { Entry } from '../../Layout/Entry';
import { useDraft } from '../Shell/DraftContext';
import styles from './Tables.module.css';

const kinds = ['table', 'literal', 'context', 'input'] as const;
const types = ['string', 'number', 'boolean', 'date', 'Any'] as const;

/** A new decision or input, in a file that is there or a new one. */
export function NewDecision({
  files,
  done,
  close,
}: {
  files: DecisionFile[];
  done: (file: string, decision: string) => void;
  close: () => void;
}) {
  const { t } = useTexts('tables');
  const { edit } = useDraft();
  const [file, setFile] = useState(files[0]?.file ?? '');
  const [fresh, setFresh] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>('table');
  const [name, setName] = useState('');
  const [label, setLabel] = useState('');
  const [type, setType] = useState<(typeof types)[number]>('string');
  const target = file === '' ? `${fresh.trim()}.dmn` : file;
  const save = async () => {
    const path = `decisions/${target}`;
    const commands = [
      ...(file === '' ? [{ kind: 'decision.addModel', file: path }] : []),
      { kind: 'decision.add', file: path, value: { kind, name: name.trim(), label: label.trim(), type } },
    ];
    if (await edit(commands)) {
      close();
      if (kind !== 'input') {
        done(target, name.trim());
      }
    }
  };
  return (
    <Modal
      open
      title={t('new.open')}
      okText={t('new.make')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: name.trim() === '' || target === '.dmn' }}
      onOk={() => void save()}
      onCancel={close}
    >
      <Entry label={t('new.file')} hint={t('new.fileHint')}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            value={file}
            onChange={setFile}
            options={[
              ...files.map((one) => ({ value: one.file, label: one.name })),
              { value: '', label: t('new.freshFile') },
            ]}
          />
        )}
      </Entry>
      {file === '' && (
        <Entry label={t('new.fresh')}>
          {(id) => <Input id={id} value={fresh} onChange={(event) => setFresh(event.target.value)} />}
        </Entry>
      )}
      <Entry label={t('new.kind')} hint={t(`newHint.${kind}`)}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            value={kind}
            onChange={setKind}
            options={kinds.map((one) => ({ value: one, label: t(`newKind.${one}`) }))}
          />
        )}
      </Entry>
      <Entry label={t('new.name')} hint={t('new.nameHint')}>
        {(id) => <Input id={id} value={name} onChange={(event) => setName(event.target.value)} />}
      </Entry>
      <Entry label={t('new.label')} hint={t('new.labelHint')}>
        {(id) => <Input id={id} value={label} onChange={(event) => setLabel(event.target.value)} />}
      </Entry>
      <Entry label={t('setting.type')} hint={t('settingHint.type')}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            value={type}
            onChange={setType}
            options={types.map((one) => ({ value: one, label: t(`type.${one}`) }))}
          />
        )}
      </Entry>
    </Modal>
  );
}
