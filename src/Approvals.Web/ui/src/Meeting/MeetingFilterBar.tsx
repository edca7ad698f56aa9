import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { MeetingDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import styles from './Meeting.module.css';
import type { MeetingPlace } from './place';

interface Props {
  place: MeetingPlace;
  services: MeetingDto['services'];
  show: (change: Partial<MeetingPlace>) => void;
}

/** The service, the step and until when it is due; another service or step begins another list. */
export function MeetingFilterBar({ place, services, show }: Props) {
  const { t } = useTexts('meeting');
  const steps = services.find((one) => one.code === place.service)?.steps ?? [];
  const anew = { cases: [], list: false };
  return (
    <div className={styles.filters}>
      <Select
        aria-label={t('service')}
        placeholder={t('service')}
        popupMatchSelectWidth={false}
        value={place.service ?? null}
        options={services.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(service) => show({ ...anew, service, activity: undefined })}
      />
      <Select
        aria-label={t('step')}
        placeholder={t('step')}
        popupMatchSelectWidth={false}
        disabled={steps.length === 0}
        value={place.activity ?? null}
        options={[...steps]}
        onChange={(activity) => show({ ...anew, activity })}
      />
      <DatePicker
        aria-label={t('dueBy')}
        placeholder={t('dueBy')}
        value={place.dueBy ? dayjs(place.dueBy) : null}
        onChange={(day) => show({ dueBy: day ? day.format('YYYY-MM-DD') : undefined })}
      />
    </div>
  );
}
