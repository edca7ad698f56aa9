import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { addThing, changeThing } from '../api/allotment';
import type { ResourceDto, WaitingListDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { CountEntry } from '../Layout/CountEntry';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { namesOf } from './names';
import { OwnerEntry, useOwner } from './OwnerEntry';

interface Props {
  thing: ResourceDto | undefined;
  lists: readonly WaitingListDto[];
  list: string | undefined;
  close: () => void;
}

/** A thing to give out or to be booked: entered, or changed. */
export function ThingDialog({ thing, lists, list, close }: Props) {
  const { t } = useTexts('allotment');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [given, setGiven] = useState({
    code: '',
    nameZh: namesOf(thing?.names)['zh-CN'],
    nameEn: namesOf(thing?.names).en,
    about: thing?.about ?? '',
    list: thing?.listId ?? list,
    slotMinutes: thing?.slotMinutes ?? 30,
    capacity: thing ? thing.capacity : 1,
    closed: thing?.closed ?? false,
  });
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change });
  const owning = useOwner(lists, given.list);
  const keep = useMutation({
    mutationFn: () => {
      const { code, list: of, closed, ...rest } = given;
      const body = { ...rest, capacity: rest.capacity ?? undefined, about: rest.about.trim() || undefined };
      return thing
        ? changeThing(thing.id, { ...body, etag: thing.etag, closed })
        : addThing({ ...body, code: code.trim(), organisation: owning.owner ?? '', list: of });
    },
    onSuccess: () => {
      message.success(t('saved'));
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['allotment'] }),
  });
  const whole =
    given.nameZh.trim() !== '' && given.nameEn.trim() !== '' && (thing || (given.code.trim() && owning.owner));
  return (
    <Modal
      open
      title={t(thing ? 'things.change' : 'things.add')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !whole }}
      confirmLoading={keep.isPending}
      onOk={() => keep.mutate()}
      onCancel={close}
    >
      {keep.error && <ProblemAlert error={keep.error} />}
      {!thing && (
        <>
          <Entry label={t('lists.choose')}>
            {(id) => (
              <Select
                id={id}
                value={given.list}
                allowClear
                placeholder={t('things.booked')}
                options={lists.map(({ id: value, name }) => ({ value, label: name }))}
                onChange={(value?: string) => set({ list: value })}
              />
            )}
          </Entry>
          <OwnerEntry {...owning} />
          <Entry label={t('things.code')}>
            {(id) => (
              <Input
                id={id}
                maxLength={64}
                value={given.code}
                onChange={(event) => set({ code: event.target.value })}
              />
            )}
          </Entry>
        </>
      )}
      <Entry label={t('nameZh')}>
        {(id) => (
          <Input
            id={id}
            maxLength={100}
            value={given.nameZh}
            onChange={(event) => set({ nameZh: event.target.value })}
          />
        )}
      </Entry>
      <Entry label={t('nameEn')}>
        {(id) => (
          <Input
            id={id}
            maxLength={100}
            value={given.nameEn}
            onChange={(event) => set({ nameEn: event.target.value })}
          />
        )}
      </Entry>
      <Entry label={`${t('things.about')}${t('common:optional')}`}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={1000}
            value={given.about}
            onChange={(event) => set({ about: event.target.value })}
          />
        )}
      </Entry>
      {given.list === undefined && (
        <>
          <CountEntry
            label={t('things.capacity')}
            max={100000}
            value={given.capacity}
            set={(capacity) => set({ capacity })}
          />
          <CountEntry
            label={t('things.minutes')}
            max={10080}
            value={given.slotMinutes}
            set={(value) => set({ slotMinutes: value ?? 30 })}
          />
        </>
      )}
      {thing && (
        <Checkbox checked={given.closed} onChange={(event) => set({ closed: event.target.checked })}>
          {t('things.close')}
        </Checkbox>
      )}
    </Modal>
  );
}
