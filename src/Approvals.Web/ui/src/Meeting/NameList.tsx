import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { saveView, viewsQuery } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** Keeps the list with its order under a name; one of that name is replaced. */
export function NameList({ query, close }: { query: string; close: () => void }) {
  const { t } = useTexts('meeting');
  const client = useQueryClient();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: () => saveView(name.trim(), query, []),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: viewsQuery.queryKey });
      close();
    },
  });
  return (
    <Modal
      open
      title={t('keep')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={close}
    >
      {save.error && <ProblemAlert error={save.error} />}
      <Entry label={t('name')} hint={t('nameHint')}>
        {(id) => (
          <Input id={id} value={name} maxLength={40} autoFocus onChange={(event) => setName(event.target.value)} />
        )}
      </Entry>
    </Modal>
  );
}
