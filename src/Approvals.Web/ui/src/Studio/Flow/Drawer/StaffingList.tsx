import { useQuery } from '@tanstack/react-query';
import { staffingQuery, type FlowStep } from '../../../api/flow';
import { useTexts } from '../../../i18n/useTexts';
import { useDraft } from '../../Shell/DraftContext';
import styles from '../Flow.module.css';
import { useFlow } from '../FlowContext';

/** Who would act today, by place; where there is nobody, a case would stop. */
export function StaffingList({ step }: { step: FlowStep }) {
  const { t } = useTexts('flow');
  const { draft } = useDraft();
  const { flow } = useFlow();
  const staffing = useQuery(staffingQuery(draft.id, flow.file, step.id, draft.hash)).data;
  if (staffing === undefined || (staffing.places.length === 0 && staffing.others.length === 0)) {
    return null;
  }
  const nobody = staffing.places.filter((place) => place.people === 0);
  return (
    <details className={styles.staffing} open={nobody.length > 0 && nobody.length < 6}>
      <summary>
        {t('staffing.title', { count: staffing.total })}
        {nobody.length > 0 && <strong> {t('staffing.nobody', { count: nobody.length })}</strong>}
      </summary>
      <ul>
        {staffing.places.map((place) => (
          <li key={`${place.who} ${place.region}`} className={place.people === 0 ? styles.nobody : ''}>
            <span>{place.place}</span>
            <span>{place.people === 0 ? t('staffing.none') : t('staffing.people', { count: place.people })}</span>
          </li>
        ))}
      </ul>
      {staffing.others.length > 0 && (
        <p className={styles.help}>{t('staffing.others', { who: staffing.others.join(t('comma')) })}</p>
      )}
    </details>
  );
}
