import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, DatePicker, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { TextEntry } from '../Account/TextEntry';
import type { KeptRegionDto } from '../api/contract';
import { changeRegion } from '../api/places';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

/** The names of a region and its last day. */
export function RegionDialog({ region, close }: { region: KeptRegionDto; close: () => void }) {
  const { t } = useTexts('places');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { today } = useSession();
  const [nameZh, setNameZh] = useState(region.nameZh);
  const [nameEn, setNameEn] = useState(region.nameEn);
  const [ends, setEnds] = useState<Dayjs | null>(region.endsOn === null ? null : dayjs(region.endsOn));
  const save = useMutation({
    mutationFn: () =>
      changeRegion(region.code, { nameZh, nameEn, endsOn: ends === null ? null : ends.format('YYYY-MM-DD') }),
    onSuccess: async () => {
      message.success(t('saved'));
      await client.invalidateQueries({ queryKey: ['admin', 'regions'] });
      close();
    },
  });
  return (
    <Modal
      open
      title={`${region.code} ${region.nameZh}`}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: nameZh.trim() === '' || nameEn.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={close}
    >
      {save.error && <ProblemAlert error={save.error} />}
      <TextEntry label={t('nameZh')} maxLength={100} value={nameZh} onValue={setNameZh} />
      <TextEntry label={t('nameEn')} maxLength={100} value={nameEn} onValue={setNameEn} />
      <Entry label={t('lastDay')} hint={t('lastDayHint')}>
        {(id) => (
          <DatePicker
            id={id}
            value={ends}
            minDate={dayjs(today)}
            placeholder={t('open')}
            onChange={(day) => setEnds(day)}
          />
        )}
      </Entry>
    </Modal>
  );
}
