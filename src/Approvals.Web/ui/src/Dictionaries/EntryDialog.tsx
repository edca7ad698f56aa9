import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, DatePicker, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { TextEntry } from '../Account/TextEntry';
import type { DictionaryEntryDto } from '../api/contract';
import { dictionariesQuery, keepEntry } from '../api/dictionaries';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

interface Props {
  dictionary: string;
  entry: DictionaryEntryDto | undefined;
  close: () => void;
}

/** A choice: added, renamed or ended. */
export function EntryDialog({ dictionary, entry, close }: Props) {
  const { t, i18n } = useTexts('dictionaries');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { today } = useSession();
  const [code, setCode] = useState(entry?.code ?? '');
  const [nameZh, setNameZh] = useState(entry?.nameZh ?? '');
  const [nameEn, setNameEn] = useState(entry?.nameEn ?? '');
  const [from, setFrom] = useState(dayOf(entry?.from));
  const [to, setTo] = useState(dayOf(entry?.to));
  const save = useMutation({
    mutationFn: () =>
      keepEntry(dictionary, code.trim(), {
        nameZh,
        nameEn,
        from: from?.format('YYYY-MM-DD') ?? null,
        to: to?.format('YYYY-MM-DD') ?? null,
        etag: entry?.etag ?? null,
      }),
    onSuccess: () => {
      message.success(t('saved'));
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: dictionariesQuery.queryKey }),
  });
  return (
    <Modal
      open
      title={entry ? `${entry.code} ${i18n.language === 'en' ? entry.nameEn : entry.nameZh}` : t('add')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: [code, nameZh, nameEn].some((text) => text.trim() === '') }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={close}
    >
      {save.error && <ProblemAlert error={save.error} />}
      {!entry && <TextEntry label={t('code')} hint={t('codeHint')} maxLength={64} value={code} onValue={setCode} />}
      <TextEntry label={t('nameZh')} maxLength={200} value={nameZh} onValue={setNameZh} />
      <TextEntry label={t('nameEn')} maxLength={200} value={nameEn} onValue={setNameEn} />
      <Entry label={t('from')} hint={t('fromHint')}>
        {(id) => <DatePicker id={id} value={from} onChange={setFrom} />}
      </Entry>
      <Entry label={t('to')} hint={t('toHint')}>
        {(id) => <DatePicker id={id} value={to} minDate={dayjs(today)} placeholder={t('open')} onChange={setTo} />}
      </Entry>
    </Modal>
  );
}

function dayOf(day: string | null | undefined): Dayjs | null {
  return day ? dayjs(day) : null;
}
