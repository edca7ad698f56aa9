import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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
  const [thing, setThing] = useState<string>();
  const [what, setWhat] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const things = useQuery(thingsQuery(list.id));
  const free = (things.data ?? []).filter(({ heldBy, closed }) => heldBy === null && !closed);
  const offer = useMutation({
    mutationFn: () =>
      makeOffer(list.id, { idempotencyKey, entry: entry.id, resource: thing, what: what.trim() || undefined }),
    onSuccess: () => {
      message.success(t('offer.made', { number: entry.caseNumber }));
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['allotment'] }),
  });
  const none = (things.data ?? []).length > 0 && free.length === 0;
  return (
    <Modal
      open
      title={t('offer.title', { name: entry.applicant, number: entry.caseNumber })}
      okText={t('offer.make')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: thing === undefined && what.trim() === '' }}
      confirmLoading={offer.isPending}
      onOk={() => offer.mutate()}
      onCancel={close}
    >
      <p className="muted">{t('offer.text')}</p>
      {offer.error && <ProblemAlert error={offer.error} />}
      <Entry label={t('offer.thing')} hint={none ? t('offer.noThing') : t('offer.left', { count: list.left })}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={thing}
            placeholder={t('offer.choose')}
            options={free.map(({ id: value, name, about }) => ({ value, label: about ? `${name}（${about}）` : name }))}
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
