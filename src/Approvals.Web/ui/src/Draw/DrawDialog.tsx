import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import type { DrawDto } from '../api/contract';
import { drawExperts, drawQuery } from '../api/experts';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** Confirms a draw; a further one says why, and who is not waited for any more. */
export function DrawDialog({ draw, close }: { draw: DrawDto; close: () => void }) {
  const { t } = useTexts('draw');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [without, setWithout] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const isAgain = draw.draws.length > 0;
  const waiting = draw.members.filter(({ state }) => state === 'invited');
  const count = draw.vacant + without.length;
  const send = useMutation({
    mutationFn: () =>
      drawExperts(draw.task ?? '', {
        etag: draw.etag ?? '',
        idempotencyKey: key,
        without,
        reason: reason.trim() || null,
      }),
    onSuccess: (found) => {
      message.success(t('drawn'));
      client.setQueryData(drawQuery(draw.task ?? '').queryKey, found);
      close();
    },
    onError: () => client.invalidateQueries({ queryKey: ['draws'] }),
  });
  return (
    <Modal
      open
      title={t('drawTitle')}
      okText={t(isAgain ? 'again' : 'draw')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: count === 0 || (isAgain && reason.trim() === '') }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate()}
      onCancel={close}
    >
      {send.error && <ProblemAlert error={send.error} />}
      <p>{count === 0 ? t('seatsLeft') : t('drawText', { count })}</p>
      {waiting.length > 0 && (
        <fieldset>
          <legend>{t('without')}</legend>
          <Checkbox.Group
            value={without}
            options={waiting.map(({ user, name }) => ({ value: user, label: name }))}
            onChange={setWithout}
          />
          <p className="muted small">{t('withoutHint')}</p>
        </fieldset>
      )}
      {isAgain && (
        <Entry label={t('reason')}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Entry>
      )}
    </Modal>
  );
}
