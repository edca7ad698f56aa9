import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, DatePicker, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { endRole } from '../api/admin';
import type { GrantDto } from '../api/contract';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** Takes a role away: at once, or after a last day; with the reason that stays beside it. */
export function EndRoleDialog({ person, role, close }: { person: string; role: GrantDto; close: () => void }) {
  const { t } = useTexts('admin');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { today } = useSession();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState<Dayjs | null>(null);
  const end = useMutation({
    mutationFn: () =>
      endRole(person, role.id, { reason: reason.trim(), lastDay: day === null ? null : day.format('YYYY-MM-DD') }),
    onSuccess: async () => {
      message.success(t('roles.removed'));
      await client.invalidateQueries({ queryKey: ['admin', 'people'] });
      close();
    },
  });
  return (
    <Modal
      open
      title={t('roles.removeTitle', { role: role.roleName, region: role.regionName })}
      okText={t('roles.remove')}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }}
      cancelText={t('common:cancel')}
      confirmLoading={end.isPending}
      onOk={() => end.mutate()}
      onCancel={close}
    >
      <p className="muted">{t('roles.removeText')}</p>
      {end.error && <ProblemAlert error={end.error} />}
      <Entry label={t('roles.reason')}>
        {(id) => <Input id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </Entry>
      <Entry label={t('roles.lastDay')}>
        {(id) => (
          <DatePicker
            id={id}
            value={day}
            minDate={dayjs(today)}
            placeholder={t('roles.now')}
            onChange={(chosen) => setDay(chosen)}
          />
        )}
      </Entry>
    </Modal>
  );
}
