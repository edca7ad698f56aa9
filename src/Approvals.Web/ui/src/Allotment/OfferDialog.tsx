import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { makeOffer, thingsQuery } from '../api/allotment';
import type { WaitingEntryDto, WaitingListDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './Allotment.module.css';

/** What is offered to whoever is next; one click makes one offer. */
export function OfferDialog({
  list,
  entry,
  close,
}: {
  list: WaitingListDto;
  entry: WaitingEntryDto;
  close: () => void;
}) {
  const { t } = useTexts('allotment');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [thing, setThing] = useState<{ value: string; label: string }>();
  const [what, setWhat] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [q, setQ] = useState('');
  const things = useQuery({ ...thingsQuery({ list: list.id, q, free: true }), placeholderData: keepPreviousData });
  const free = things.data?.items ?? [];
  const offer = useMutation({
    mutationFn: () =>
      makeOffer(list.id, { idempotencyKey, entry: entry.id, resource: thing?.value, what: what.trim() || undefined }),
    onSuccess: () => {
      message.success(t('offer.made', { number: entry.caseNumber }));
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['allotment'] }),
  });
  const none = q === '' && things.data !== undefined && free.length === 0;
  return (
    <Modal
      open
      title={t('offer.title', { name: entry.applicant, number: entry.caseNumber })}
      okText={t('offer.make')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: things.data === undefined || (thing === undefined && what.trim() === '') }}
      confirmLoading={offer.isPending}
      onOk={() => offer.mutate()}
      onCancel={close}
    >
      <p className="muted">{t('offer.text')}</p>
      {things.error && <ProblemAlert error={things.error} retry={() => void things.refetch()} />}
      {offer.error && <ProblemAlert error={offer.error} />}
      <Entry
        label={t('offer.thing')}
        hint={none ? t('offer.noThing') : things.data?.more ? t('offer.narrow') : t('offer.left', { count: list.left })}
      >
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            allowClear
            labelInValue
            loading={things.isFetching}
            showSearch={{ filterOption: false, onSearch: setQ }}
            value={thing}
            placeholder={t('offer.choose')}
            options={free.map(({ id: value, name, about }) => ({
              value,
              label: [name, about].filter(Boolean).join(' · '),
            }))}
            onChange={setThing}
          />
        )}
      </Entry>
      <Entry label={thing === undefined ? t('offer.what') : `${t('offer.what')}${t('common:optional')}`}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={500}
            value={what}
            onChange={(event) => setWhat(event.target.value)}
          />
        )}
      </Entry>
    </Modal>
  );
}
