import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { type NamedPerson, namePerson, representedQuery } from '../api/employers';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { PersonEntries, usePersonEntries } from './PersonEntries';

/** Names somebody whom the employer recommends. */
export function NamePerson({ employer, close }: { employer: string; close: () => void }) {
  const { t } = useTexts('employers');
  const { message } = App.useApp();
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (person: NamedPerson) => namePerson(employer, person),
    onSuccess: async () => {
      message.success(t('people.added'));
      await client.invalidateQueries({ queryKey: representedQuery(employer).queryKey });
      close();
    },
  });
  const entries = usePersonEntries(add.error);
  return (
    <Modal
      open
      title={t('people.name')}
      okText={t('people.name')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !entries.complete }}
      confirmLoading={add.isPending}
      onOk={() => add.mutate(entries.person)}
      onCancel={close}
    >
      {add.error && !entries.placed && <ProblemAlert error={add.error} />}
      <PersonEntries {...entries} />
    </Modal>
  );
}
