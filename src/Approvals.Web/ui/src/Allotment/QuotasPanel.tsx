import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { addQuota, changeQuota, quotasQuery } from '../api/allotment';
import type { QuotaDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Entry } from '../Layout/Entry';
import { latest } from '../Layout/latest';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import styles from './Allotment.module.css';
import { namesOf } from './names';

/** So many of what the list gives out; each offer takes one. */
export function QuotasPanel({ list }: { list: string }) {
  const { t } = useTexts('allotment');
  const [keeping, setKeeping] = useState<QuotaDto | 'new'>();
  const quotas = useQuery(quotasQuery(list));
  return (
    <Panel
      id="quotas"
      title={t('quotas.title')}
      extra={<Button onClick={() => setKeeping('new')}>{t('quotas.add')}</Button>}
      flush
    >
      <QueryView query={quotas} panels={1}>
        {(rows) => (
          <>
            {rows.length === 0 && <EmptyState title={t('quotas.none')}>{t('quotas.noneText')}</EmptyState>}
            <ul>
              {rows.map((quota) => (
                <li key={quota.id} className={styles.row}>
                  <Tag tone={quota.closed ? 'plain' : quota.taken < quota.total ? 'ok' : 'warn'}>
                    {quota.closed ? t('closed') : t('quotas.left', { count: quota.total - quota.taken })}
                  </Tag>
                  <div>
                    <p>
                      <strong>{quota.name}</strong>
                    </p>
                    <p className="muted small">{t('quotas.figures', { total: quota.total, taken: quota.taken })}</p>
                  </div>
                  <Button onClick={() => setKeeping(quota)}>
                    {t('change')}
                    <span className="visually-hidden"> {quota.name}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryView>
      {keeping !== undefined && (
        <QuotaDialog
          list={list}
          quota={keeping === 'new' ? undefined : latest(quotas.data, keeping)}
          close={() => setKeeping(undefined)}
        />
      )}
    </Panel>
  );
}

function QuotaDialog({ list, quota, close }: { list: string; quota: QuotaDto | undefined; close: () => void }) {
  const { t } = useTexts('allotment');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [nameZh, setNameZh] = useState(namesOf(quota?.names)['zh-CN']);
  const [nameEn, setNameEn] = useState(namesOf(quota?.names).en);
  const [total, setTotal] = useState<number | null>(quota?.total ?? null);
  const [closed, setClosed] = useState(quota?.closed ?? false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const keep = useMutation({
    mutationFn: () => {
      const named = { nameZh: nameZh.trim(), nameEn: nameEn.trim(), total: total ?? 0 };
      return quota
        ? changeQuota(quota.id, { ...named, etag: quota.etag, closed })
        : addQuota(list, { ...named, idempotencyKey });
    },
    onSuccess: () => {
      message.success(t('saved'));
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['allotment'] }),
  });
  return (
    <Modal
      open
      title={t(quota ? 'quotas.change' : 'quotas.add')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: nameZh.trim() === '' || nameEn.trim() === '' || total === null }}
      confirmLoading={keep.isPending}
      onOk={() => keep.mutate()}
      onCancel={close}
    >
      {keep.error && <ProblemAlert error={keep.error} />}
      <Entry label={t('nameZh')}>
        {(id) => <Input id={id} maxLength={100} value={nameZh} onChange={(event) => setNameZh(event.target.value)} />}
      </Entry>
      <Entry label={t('nameEn')}>
        {(id) => <Input id={id} maxLength={100} value={nameEn} onChange={(event) => setNameEn(event.target.value)} />}
      </Entry>
      <Entry label={t('quotas.total')}>
        {(id) => <InputNumber id={id} min={quota?.taken ?? 0} precision={0} value={total} onChange={setTotal} />}
      </Entry>
      {quota && (
        <Checkbox checked={closed} onChange={(event) => setClosed(event.target.checked)}>
          {t('quotas.close')}
        </Checkbox>
      )}
    </Modal>
  );
}
