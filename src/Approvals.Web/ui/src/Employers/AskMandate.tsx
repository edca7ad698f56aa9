import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState } from 'react';
import { TextEntry } from '../Account/TextEntry';
import { useEntries } from '../Account/useEntries';
import { askMandate, mandatesQuery } from '../api/employers';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { RegionPicker } from '../People/RegionPicker';

/** Which employer, and for how long. */
export function AskMandate({ close }: { close: () => void }) {
  const { t } = useTexts('employers');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { today } = useSession();
  const [region, setRegion] = useState<string>();
  const ask = useMutation({
    mutationFn: askMandate,
    onSuccess: async () => {
      message.success(t('asked'));
      await client.invalidateQueries({ queryKey: mandatesQuery.queryKey });
      close();
    },
  });
  const { values, entry, placed } = useEntries(['uscc', 'name', 'from', 'to'] as const, ask.error);
  const send = () =>
    ask.mutate({
      uscc: values.uscc.trim(),
      name: values.name.trim(),
      region: region ?? '',
      from: values.from || today,
      to: values.to,
    });
  return (
    <Modal
      open
      title={t('ask')}
      okText={t('ask')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !values.uscc.trim() || !values.name.trim() || !region || !values.to }}
      confirmLoading={ask.isPending}
      onOk={send}
      onCancel={close}
    >
      {ask.error && !placed && <ProblemAlert error={ask.error} />}
      <TextEntry label={t('uscc')} autoComplete="off" maxLength={18} {...entry('uscc')} />
      <TextEntry label={t('name')} hint={t('nameHint')} maxLength={100} {...entry('name')} />
      <Entry label={t('region')}>{(id) => <RegionPicker id={id} value={region} choose={setRegion} />}</Entry>
      <TextEntry label={t('from')} type="date" {...entry('from')} value={values.from || today} />
      <TextEntry label={t('to')} type="date" {...entry('to')} />
    </Modal>
  );
}
