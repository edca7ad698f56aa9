import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { TextEntry } from '../Account/TextEntry';
import { useEntries } from '../Account/useEntries';
import { createPerson } from '../api/admin';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** A new account; its holder sets the password through the mail that is sent. */
export function NewPerson({ close }: { close: () => void }) {
  const { t } = useTexts('admin');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<'applicant' | 'staff'>('staff');
  const create = useMutation({
    mutationFn: createPerson,
    onSuccess: async (person) => {
      await client.invalidateQueries({ queryKey: ['admin', 'people'] });
      close();
      await navigate(`/admin/people/${person.id}`);
    },
  });
  const { values, entry, placed } = useEntries(['name', 'userName', 'email'] as const, create.error);
  return (
    <Modal
      open
      title={t('people.create')}
      okText={t('people.create')}
      cancelText={t('common:cancel')}
      confirmLoading={create.isPending}
      onOk={() => create.mutate({ ...values, kind })}
      onCancel={close}
    >
      <p className="muted">{t('people.createText')}</p>
      {create.error && !placed && <ProblemAlert error={create.error} />}
      <p>
        <Segmented
          value={kind}
          onChange={setKind}
          options={(['staff', 'applicant'] as const).map((value) => ({ value, label: t(`person.${value}`) }))}
        />
      </p>
      <TextEntry label={t('people.name')} maxLength={50} {...entry('name')} />
      <TextEntry label={t('people.userName')} maxLength={50} {...entry('userName')} />
      <TextEntry label={t('people.email')} type="email" maxLength={200} {...entry('email')} />
    </Modal>
  );
}
