import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { saveView, viewsQuery } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

interface Texts {
  title: string;
  ok: string;
  name: string;
  hint: string;
}

/** Keeps what an address asks for under a name; one of that name is replaced. */
export function NameView({
  query,
  columns,
  texts,
  close,
}: {
  query: string;
  columns: string[];
  texts: Texts;
  close: () => void;
}) {
  const { t } = useTexts('common');
  const client = useQueryClient();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: () => saveView(name.trim(), query, columns),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: viewsQuery.queryKey });
      close();
    },
  });
  const isNamed = name.trim() !== '';
  return (
    <Modal
      open
      title={texts.title}
      okText={texts.ok}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !isNamed }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={close}
    >
      {save.error && <ProblemAlert error={save.error} />}
      <Entry label={texts.name} hint={texts.hint}>
        {(id) => (
          <Input
            id={id}
            value={name}
            maxLength={40}
            autoFocus
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => isNamed && save.mutate()}
          />
        )}
      </Entry>
    </Modal>
  );
}
