import { useMutation } from '@tanstack/react-query';
import { App, Modal, Select } from 'antd';
import { useState } from 'react';
import { TextEntry } from '../Account/TextEntry';
import { useEntries } from '../Account/useEntries';
import type { EmployerFileDto } from '../api/contract';
import { changeEmployer, type EmployerChange } from '../api/employers';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

const kinds = ['renamed', 'merged', 'deregistered'] as const;

/** Records that an employer was renamed, merged or deregistered. */
export function ChangeDialog({
  file,
  close,
  again,
}: {
  file: EmployerFileDto;
  close: () => void;
  again: () => unknown;
}) {
  const { t } = useTexts('employers');
  const { message } = App.useApp();
  const { today } = useSession();
  const [kind, setKind] = useState<(typeof kinds)[number]>('renamed');
  const change = useMutation({
    mutationFn: (body: EmployerChange) => changeEmployer(file.id, body),
    onSuccess: () => {
      message.success(t('desk.changed'));
      close();
    },
    onSettled: again,
  });
  const { values, entry, placed } = useEntries(['name', 'into', 'on', 'reason'] as const, change.error);
  const send = () =>
    change.mutate({
      kind,
      on: values.on || today,
      reason: values.reason.trim(),
      etag: file.etag,
      name: kind === 'renamed' ? values.name.trim() : null,
      into: kind === 'merged' ? values.into.trim() : null,
    });
  return (
    <Modal
      open
      title={t('desk.change')}
      okText={t('desk.change')}
      cancelText={t('common:cancel')}
      okButtonProps={{ danger: kind !== 'renamed', disabled: values.reason.trim().length < 2 }}
      confirmLoading={change.isPending}
      onOk={send}
      onCancel={close}
    >
      <p>{t('desk.changeText')}</p>
      {change.error && !placed && <ProblemAlert error={change.error} />}
      <Entry label={t('desk.kind')}>
        {(id) => (
          <Select
            id={id}
            style={{ width: '100%' }}
            value={kind}
            options={kinds.map((value) => ({ value, label: t(`desk.kinds.${value}`) }))}
            onChange={setKind}
          />
        )}
      </Entry>
      {kind === 'renamed' && <TextEntry label={t('desk.newName')} maxLength={100} {...entry('name')} />}
      {kind === 'merged' && <TextEntry label={t('desk.into')} maxLength={18} {...entry('into')} />}
      <TextEntry label={t('desk.on')} type="date" {...entry('on')} value={values.on || today} />
      <TextEntry label={t('reason')} maxLength={500} {...entry('reason')} />
    </Modal>
  );
}
