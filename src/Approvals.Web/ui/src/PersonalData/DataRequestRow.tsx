import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import type { DataRequestDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { decideRequest, withdrawRequest } from '../api/voice';
import { DueBadge } from '../DueBadge/DueBadge';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { Tag, type Tone } from '../Layout/Tag';
import people from '../People/People.module.css';

const tones: Record<DataRequestDto['state'], Tone> = {
  waiting: 'info',
  granted: 'ok',
  refused: 'error',
  withdrawn: 'plain',
};

/** A request to correct or erase: for whoever asked, or for the officer who decides. */
export function DataRequestRow({ row, officer }: { row: DataRequestDto; officer?: boolean }) {
  const { t } = useTexts('voice');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [deciding, setDeciding] = useState<boolean>();
  const back = useMutation({
    mutationFn: () => withdrawRequest(row.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['my-data'] }),
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  const change = [row.known, row.value].filter(Boolean).join(' → ');
  return (
    <li className={people.role}>
      <div>
        <p>
          <strong>
            {row.kind === 'erasure' ? t('data.erasure') : t('data.correctionOf', { field: row.fieldName })}
          </strong>{' '}
          <Tag tone={tones[row.state]}>{t(`data.state.${row.state}`)}</Tag> <DueBadge due={row.due} />
        </p>
        {change && <p>{change}</p>}
        <p>{row.reason}</p>
        <p className="muted small">
          {[row.person, row.cases === null ? null : t('data.cases', { count: row.cases }), shortInstant(row.at)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {row.decision && <p>{t('data.decision', { by: row.decidedBy, reason: row.decision })}</p>}
      </div>
      {row.state === 'waiting' && (
        <div className={people.buttons}>
          {officer ? (
            <>
              <Button danger={row.kind === 'erasure'} onClick={() => setDeciding(true)}>
                {t('data.grant')}
              </Button>
              <Button onClick={() => setDeciding(false)}>{t('data.refuse')}</Button>
            </>
          ) : (
            <Popconfirm
              title={t('data.withdrawTitle')}
              okText={t('data.withdraw')}
              cancelText={t('common:cancel')}
              onConfirm={() => back.mutate()}
            >
              <Button loading={back.isPending}>{t('data.withdraw')}</Button>
            </Popconfirm>
          )}
        </div>
      )}
      {deciding !== undefined && <Decision row={row} granted={deciding} close={() => setDeciding(undefined)} />}
    </li>
  );
}

function Decision({ row, granted, close }: { row: DataRequestDto; granted: boolean; close: () => void }) {
  const { t } = useTexts('voice');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: () => decideRequest(row.id, row.etag, granted, reason.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['desk'] });
      close();
    },
  });
  return (
    <Modal
      open
      title={t(granted ? 'data.grant' : 'data.refuse')}
      okText={t('common:confirm')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2, danger: granted && row.kind === 'erasure' }}
      confirmLoading={decide.isPending}
      onOk={() => decide.mutate()}
      onCancel={close}
    >
      {decide.error && <ProblemAlert error={decide.error} />}
      {granted && row.kind === 'erasure' && <p>{t('data.eraseWarning')}</p>}
      <Entry label={t('data.reason')}>
        {(id) => <Input id={id} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Entry>
    </Modal>
  );
}
