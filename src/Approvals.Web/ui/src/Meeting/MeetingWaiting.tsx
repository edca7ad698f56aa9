import { Checkbox } from 'antd';
import type { MeetingDto } from '../api/contract';
import { DueBadge } from '../DueBadge/DueBadge';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import styles from './Meeting.module.css';
import { most } from './place';

interface Props {
  found: MeetingDto;
  chosen: readonly string[];
  toggle: (id: string) => void;
}

/** What waits at the step, what is due first on top, to be chosen from. */
export function MeetingWaiting({ found, chosen, toggle }: Props) {
  const { t } = useTexts('meeting');
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('chosen')}</th>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('applicant')}</th>
            <th scope="col">{t('answers')}</th>
            <th scope="col">{t('received')}</th>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('progress')}</th>
          </tr>
        </thead>
        <tbody>
          {found.items.map((row) => (
            <tr key={row.caseId}>
              <td>
                <Checkbox
                  aria-label={t('choosing', { number: row.number })}
                  checked={chosen.includes(row.caseId)}
                  disabled={chosen.length >= most && !chosen.includes(row.caseId)}
                  onChange={() => toggle(row.caseId)}
                />
              </td>
              <td data-label={t('number')}>{row.number}</td>
              <td data-label={t('applicant')}>{[row.applicant, row.employer].filter(Boolean).join(' · ')}</td>
              <td data-label={t('answers')}>
                {row.highlights.map(({ label, value }) => `${label} ${value}`).join('；') || '—'}
              </td>
              <td data-label={t('received')}>{shortInstant(row.receivedAt)}</td>
              <td data-label={t('due')}>
                <DueBadge due={row.due} />
              </td>
              <td data-label={t('progress')}>{row.progress ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.more && <p className={styles.note}>{t('more')}</p>}
    </>
  );
}
