import { Modal } from 'antd';
import { useState } from 'react';
import { TextEntry } from '../../Account/TextEntry';
import type { Scenario } from '../../api/rehearsals';
import { useSession } from '../../App/useSession';
import { useTexts } from '../../i18n/useTexts';
import { useDraft } from '../Shell/DraftContext';
import { firstPeople, freePath } from './scenarios';

interface Props {
  files: readonly string[];
  made: (path: string) => void;
  close: () => void;
}

/** Names a new scenario; its people are those of the first one, or whoever the flow needs. */
export function NewScenario({ files, made, close }: Props) {
  const { t } = useTexts('rehearsal');
  const { draft, file, edit } = useDraft();
  const { today } = useSession();
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const create = async () => {
    const path = freePath(draft.files.map((one) => one.path));
    const other = files[0] === undefined ? undefined : file<Scenario>(files[0]);
    const region = file<{ regions?: { roots?: string[] } }>('service.json')?.regions?.roots?.[0] ?? '';
    const scenario: Scenario = {
      name: { 'zh-CN': zh, en: en || zh },
      start: `${today}T09:00:00+08:00`,
      people: other?.people ?? firstPeople(file('workflow.json'), region),
      acts: [],
      expect: {},
    };
    if (await edit([{ kind: 'file.write', file: path, value: `${JSON.stringify(scenario, null, 2)}\n` }])) {
      made(path);
      close();
    }
  };
  return (
    <Modal
      open
      title={t('record')}
      okText={t('begin')}
      okButtonProps={{ disabled: zh.trim() === '' }}
      onOk={() => void create()}
      onCancel={close}
    >
      <p className="muted">{t('recordText')}</p>
      <TextEntry label={t('nameZh')} value={zh} onValue={setZh} />
      <TextEntry label={t('nameEn')} value={en} onValue={setEn} />
    </Modal>
  );
}
