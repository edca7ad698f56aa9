import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { TextEntry } from '../Account/TextEntry';
import type { KeepReminderRequest, ReminderRuleDto } from '../api/contract';
import { keepReminder, remindersQuery } from '../api/reminders';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { ReminderManners, ReminderSubject, ReminderUnit, ReminderWay } from './ReminderFields';

const fresh: KeepReminderRequest = {
  nameZh: '',
  nameEn: '',
  about: 'officeTask',
  moment: 'due',
  offsets: [0],
  unit: 'workingDays',
  to: ['candidates'],
  channels: ['page', 'mail'],
  template: 'reminder',
  delivery: 'digest',
  enabled: true,
  at: '09:00',
  repeats: false,
  quietFrom: null,
  quietTo: null,
  workingDaysOnly: true,
  mayBeOff: true,
  kinds: null,
  etag: null,
};

/** A reminder of the platform: added or changed. */
export function ReminderDialog({ rule, close }: { rule: ReminderRuleDto | undefined; close: () => void }) {
  const { t } = useTexts('reminders');
  const client = useQueryClient();
  const [code, setCode] = useState(rule?.code ?? '');
  const [draft, setDraft] = useState<KeepReminderRequest>(
    rule === undefined ? fresh : { ...rule.fields, enabled: rule.enabled, etag: rule.etag },
  );
  const [offsets, setOffsets] = useState(draft.offsets.join(', '));
  const set = (part: Partial<KeepReminderRequest>) => setDraft((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: () =>
      keepReminder(code.trim(), {
        ...draft,
        at: orNull(draft.at),
        quietFrom: orNull(draft.quietFrom),
        quietTo: orNull(draft.quietTo),
        offsets: offsets
          .split(/[,，、\s]+/)
          .filter(Boolean)
          .map(Number),
      }),
    onSuccess: close,
    onSettled: () => client.invalidateQueries({ queryKey: remindersQuery.queryKey }),
  });
  return (
    <Modal
      open
      title={rule?.name ?? t('add')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={close}
    >
      {save.error && <ProblemAlert error={save.error} />}
      {!rule && <TextEntry label={t('code')} maxLength={64} value={code} onValue={setCode} />}
      <TextEntry label={t('nameZh')} maxLength={200} value={draft.nameZh} onValue={(nameZh) => set({ nameZh })} />
      <TextEntry label={t('nameEn')} maxLength={200} value={draft.nameEn} onValue={(nameEn) => set({ nameEn })} />
      <ReminderSubject draft={draft} set={set} />
      <TextEntry label={t('offsets')} hint={t('offsetsHint')} value={offsets} onValue={setOffsets} />
      <ReminderUnit draft={draft} set={set} />
      <TextEntry label={t('at')} hint={t('timeHint')} value={draft.at ?? ''} onValue={(at) => set({ at })} />
      <ReminderWay draft={draft} set={set} />
      <ReminderManners draft={draft} set={set} />
    </Modal>
  );
}

function orNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
