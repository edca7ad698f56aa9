import { CopyOutlined, DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts';
import { Entry } from '../../Layout/Entry';
import { type Json, local, localIn, mapOf } from '../Settings/json';
import { useDraft } from '../Shell/DraftContext';
import styles from './Forms.module.css';
import { formUses } from './formUses';

interface Props {
  names: string[];
  form: string | undefined;
  open: (name: string) => void;
}

type Act = 'new' | 'copy' | 'rename' | 'delete';
const path = (name: string) => `forms/${name}.json`;

/** Which form is open, and the acts on forms. */
export function FormList({ names, form, open }: Props) {
  const { t, i18n } = useTexts('designers');
  const { file, readOnly } = useDraft();
  const [act, setAct] = useState<Act>();
  const label = (name: string) => {
    const own = localIn(mapOf(file<Json>(path(name))).name, i18n.language);
    return own === '' ? name : `${own} · ${name}`;
  };
  const acts = [
    { key: 'new', icon: <PlusOutlined /> },
    { key: 'copy', icon: <CopyOutlined /> },
    { key: 'rename', icon: <EditOutlined /> },
    { key: 'delete', icon: <DeleteOutlined /> },
  ] as const;
  return (
    <div className={styles.forms}>
      <Select
        aria-label={t('forms.title')}
        className={styles.chosen}
        value={form}
        options={names.map((name) => ({ value: name, label: label(name) }))}
        onChange={open}
      />
      {!readOnly &&
        acts.map(({ key, icon }) => (
          <Button key={key} icon={icon} disabled={key !== 'new' && form === undefined} onClick={() => setAct(key)}>
            {t(`forms.acts.${key}`)}
          </Button>
        ))}
      {act !== undefined && (
        <FormAct act={act} form={form ?? ''} names={names} open={open} close={() => setAct(undefined)} />
      )}
    </div>
  );
}

function FormAct({
  act,
  form,
  names,
  open,
  close,
}: {
  act: Act;
  form: string;
  names: string[];
  open: (name: string) => void;
  close: () => void;
}) {
  const { t } = useTexts('designers');
  const { draft, file, edit } = useDraft();
  const [name, setName] = useState(act === 'rename' ? form : '');
  const uses =
    act === 'rename' || act === 'delete'
      ? formUses(
          form,
          name,
          draft.files.map((one) => one.path),
          file,
        )
      : undefined;
  const isFree = act === 'delete' || (/^[a-zA-Z][a-zA-Z0-9_-]*$/.test(name) && !names.includes(name));
  const commands = () => {
    switch (act) {
      case 'new':
        return [write(name, { id: name, type: 'default', schemaVersion: 16, name: local(name, name), components: [] })];
      case 'copy':
        return [write(name, { ...mapOf(file<Json>(path(form))), id: name })];
      case 'rename':
        return [
          { kind: 'file.rename', file: path(form), to: path(name) },
          { kind: 'value.set', file: path(name), at: '/id', value: name },
          ...(uses?.commands ?? []),
        ];
      case 'delete':
        return [{ kind: 'file.remove', file: path(form) }];
    }
  };
  const run = async () => {
    if (await edit(commands())) {
      open(act === 'delete' ? (names.find((one) => one !== form) ?? '') : name);
      close();
    }
  };
  return (
    <Modal
      open
      title={t(`forms.acts.${act}`)}
      okText={t(`forms.acts.${act}`)}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !isFree, danger: act === 'delete' }}
      onOk={() => void run()}
      onCancel={close}
    >
      {act !== 'delete' && (
        <Entry label={t('forms.id')} hint={t('forms.idHint')}>
          {(id) => <Input id={id} value={name} onChange={(event) => setName(event.target.value.trim())} />}
        </Entry>
      )}
      {uses !== undefined && uses.followed.length > 0 && (
        <p>{t(act === 'rename' ? 'forms.followed' : 'forms.used', { places: uses.followed.join(', ') })}</p>
      )}
      {uses !== undefined && uses.left.length > 0 && (
        <p className={styles.warning}>{t('forms.left', { places: uses.left.join(', ') })}</p>
      )}
    </Modal>
  );
}

const write = (name: string, content: Json) => ({
  kind: 'file.write',
  file: path(name),
  value: `${JSON.stringify(content, null, 2)}\n`,
});
