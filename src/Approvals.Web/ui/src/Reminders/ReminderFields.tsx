import { useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { TextEntry } from '../Account/TextEntry';
import type { KeepReminderRequest } from '../api/contract';
import { messagesQuery } from '../api/reminders';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { choices, momentsOf, peopleOf } from './choices';

const wide = { width: '100%' };

interface Props {
  draft: KeepReminderRequest;
  set: (part: Partial<KeepReminderRequest>) => void;
}

/** What a reminder is about and when it is due. */
export function ReminderSubject({ draft, set }: Props) {
  const { t } = useTexts('reminders');
  return (
    <>
      <Entry label={t('aboutLabel')}>
        {(id) => (
          <Select
            id={id}
            style={wide}
            value={draft.about}
            options={choices.about.map((value) => ({ value, label: t(`about.${value}`) }))}
            onChange={(about) => set({ about, moment: momentsOf[about][0], to: peopleOf[about].slice(0, 1) })}
          />
        )}
      </Entry>
      <Entry label={t('momentLabel')}>
        {(id) => (
          <Select
            id={id}
            style={wide}
            value={draft.moment}
            options={momentsOf[draft.about].map((value) => ({ value, label: t(`moment.${value}`) }))}
            onChange={(moment) => set({ moment })}
          />
        )}
      </Entry>
    </>
  );
}

/** In what it is counted. */
export function ReminderUnit({ draft, set }: Props) {
  const { t } = useTexts('reminders');
  return (
    <Entry label={t('unitLabel')}>
      {(id) => (
        <Select
          id={id}
          style={wide}
          value={draft.unit}
          options={choices.unit.map((value) => ({ value, label: t(`unit.${value}`) }))}
          onChange={(unit) => set({ unit })}
        />
      )}
    </Entry>
  );
}

/** Who is reminded, by what and in which words. */
export function ReminderWay({ draft, set }: Props) {
  const { t } = useTexts('reminders');
  const messages = useQuery(messagesQuery);
  return (
    <>
      <Entry label={t('toLabel')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            style={wide}
            value={draft.to}
            options={peopleOf[draft.about].map((value) => ({ value, label: t(`to.${value}`) }))}
            onChange={(to) => set({ to })}
          />
        )}
      </Entry>
      <Entry label={t('channelsLabel')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            style={wide}
            value={draft.channels}
            options={choices.channels.map((value) => ({ value: value, label: t(`channel.${value}`) }))}
            onChange={(channels) => set({ channels })}
          />
        )}
      </Entry>
      <Entry label={t('deliveryLabel')}>
        {(id) => (
          <Select
            id={id}
            style={wide}
            value={draft.delivery}
            options={choices.delivery.map((value) => ({ value, label: t(`delivery.${value}`) }))}
            onChange={(delivery) => set({ delivery })}
          />
        )}
      </Entry>
      <Entry label={t('template')}>
        {(id) => (
          <Select
            id={id}
            style={wide}
            value={draft.template}
            options={(messages.data ?? []).map(({ name }) => ({ value: name, label: name }))}
            onChange={(template) => set({ template })}
          />
        )}
      </Entry>
    </>
  );
}

/** Quiet hours, days and what people may do with it. */
export function ReminderManners({ draft, set }: Props) {
  const { t } = useTexts('reminders');
  return (
    <>
      <TextEntry
        label={t('quietFrom')}
        hint={t('timeHint')}
        value={draft.quietFrom ?? ''}
        onValue={(quietFrom) => set({ quietFrom })}
      />
      <TextEntry
        label={t('quietTo')}
        hint={t('timeHint')}
        value={draft.quietTo ?? ''}
        onValue={(quietTo) => set({ quietTo })}
      />
      {(['repeats', 'workingDaysOnly', 'mayBeOff'] as const).map((name) => (
        <p key={name}>
          <Checkbox checked={draft[name]} onChange={(event) => set({ [name]: event.target.checked })}>
            {t(name)}
          </Checkbox>
        </p>
      ))}
    </>
  );
}
