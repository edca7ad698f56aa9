import type { PanelDrawDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';
import styles from './Draw.module.css';

/** One draw as it was made: seed, order, who was drawn, who was left out and why; and whether it repeats. */
export function DrawRecord({ record }: { record: PanelDrawDto }) {
  const { t } = useTexts('draw');
  return (
    <div className={styles.record}>
      <p>
        <strong>{t('number', { number: record.number })}</strong>{' '}
        <span className="muted small">{t('by', { name: record.by, at: shortInstant(record.at) })}</span>{' '}
        <Tag tone={record.repeats ? 'ok' : 'error'}>{t(record.repeats ? 'repeats' : 'differs')}</Tag>
      </p>
      {record.reason && <p className="small">{t('reasonWas', { reason: record.reason })}</p>}
      <p className="small">
        {t('seats')} {record.seats} · {t('seed')} <code className={styles.seed}>{record.seed}</code>
      </p>
      <details>
        <summary className="small">
          {record.places
            .filter(({ isDrawn }) => isDrawn)
            .map(({ name }) => name)
            .join(t('common:listComma'))}
        </summary>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('number', { number: record.number })}>
          <table className={`${styles.table} small`}>
            <thead>
              <tr>
                <th scope="col">{t('order')}</th>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('result')}</th>
                <th scope="col">{t('userId')}</th>
              </tr>
            </thead>
            <tbody>
              {record.places.map((place) => (
                <tr key={place.user}>
                  <td>{place.order > 0 ? place.order : '—'}</td>
                  <td>{place.name}</td>
                  <td>
                    {place.order === 0
                      ? t('excludedFor', { reasons: place.reasons.join(t('common:listComma')) })
                      : t(place.isDrawn ? 'isDrawn' : 'notDrawn')}
                  </td>
                  <td className={styles.seed}>{place.user}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="muted small">{t('howTo')}</p>
      </details>
    </div>
  );
}
