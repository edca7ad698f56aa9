import { Button } from 'antd';
import { useState } from 'react';
import type { PanelDrawDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';
import styles from './Draw.module.css';
import { repeatDraw, type RepeatedDraw } from './repeatDraw';

/** One draw as it was made: seed, order, who was drawn, who was left out and why; whether it repeats, and a way to repeat it oneself. */
export function DrawRecord({ record }: { record: PanelDrawDto }) {
  const { t } = useTexts('draw');
  const [again, setAgain] = useState<RepeatedDraw>();
  const [open, setOpen] = useState(false);
  const repeat = async () => {
    setAgain(await repeatDraw(record));
    setOpen(true);
  };
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
      {window.isSecureContext && (
        <p className={styles.again}>
          <Button size="small" onClick={() => void repeat()}>
            {t('check.repeat')}
            <span className="visually-hidden"> {t('number', { number: record.number })}</span>
          </Button>
          <span role="status">
            {again && <Tag tone={again.isSame ? 'ok' : 'error'}>{t(again.isSame ? 'check.same' : 'check.other')}</Tag>}
          </span>
        </p>
      )}
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="small">
          {record.places
            .filter(({ isDrawn }) => isDrawn)
            .map(({ name }) => name)
            .join(t('common:listComma'))}
        </summary>
        <Places record={record} marks={again?.marks} />
        <p className="muted small">{t('howTo')}</p>
      </details>
    </div>
  );
}

function Places({ record, marks }: { record: PanelDrawDto; marks: RepeatedDraw['marks'] | undefined }) {
  const { t } = useTexts('draw');
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('number', { number: record.number })}>
      <table className={`${styles.table} small`}>
        <thead>
          <tr>
            <th scope="col">{t('order')}</th>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('result')}</th>
            <th scope="col">{t('userId')}</th>
            {marks && <th scope="col">{t('check.mark')}</th>}
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
              {marks && <td className={styles.seed}>{marks.get(place.user)?.slice(0, 12) ?? '—'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
