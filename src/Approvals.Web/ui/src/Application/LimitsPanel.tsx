import { ClockCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/useTexts';
import { guideQuery } from '../api/applicant';
import { Panel } from '../Layout/Panel';
import styles from './Application.module.css';

export function LimitsPanel({ service }: { service: string }) {
  const { t } = useTexts('application');
  const { data } = useQuery(guideQuery(service));
  if (data === undefined) {
    return null;
  }
  return (
    <Panel
      dense
      title={
        <>
          <ClockCircleOutlined aria-hidden="true" /> {t('limits.title')}
        </>
      }
    >
      <dl className={styles.limits}>
        <dt>{t('limits.statutory')}</dt>
        <dd>{data.limits.statutory}</dd>
        <dt>{t('limits.promised')}</dt>
        <dd>{data.limits.promised}</dd>
      </dl>
      {data.limits.notes.map((note) => (
        <p key={note} className="muted small">
          {note}
        </p>
      ))}
    </Panel>
  );
}
