import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import type { MeetingDto, MeetingRowDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import styles from './Meeting.module.css';
import { type MeetingPlace, moved } from './place';

interface Props {
  found: MeetingDto;
  cases: readonly string[];
  show: (change: Partial<MeetingPlace>) => void;
}

/** The list as it lies on the table of the meeting; what moves its lines does not print. */
export function MeetingList({ found, cases, show }: Props) {
  const { t } = useTexts('meeting');
  return (
    <article className={styles.sheet}>
      <h2>{[found.serviceName, found.stepName].filter(Boolean).join(' · ')}</h2>
      <p className={styles.day}>
        {t('made', { day: found.day, count: found.items.length })}
        {found.redacted && ` · ${t('redacted')}`}
      </p>
      {found.gone > 0 && <Alert className="no-print" type="info" showIcon title={t('gone', { count: found.gone })} />}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('applicant')}</th>
            <th scope="col">{t('proposal')}</th>
            <th scope="col">{t('decision')}</th>
            <th scope="col" className="no-print">
              {t('order')}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.items.map((row, at) => (
            <tr key={row.caseId}>
              <td>{at + 1}</td>
              <td data-label={t('number')}>
                {row.number}
                {row.progress && <small>{t('decided', { progress: row.progress })}</small>}
              </td>
              <td data-label={t('applicant')}>
                {[row.applicant, row.employer].filter(Boolean).join(' · ')}
                {row.highlights.length > 0 && (
                  <small>{row.highlights.map(({ label, value }) => `${label} ${value}`).join('；')}</small>
                )}
              </td>
              <td data-label={t('proposal')}>
                <Proposal proposal={row.proposal} />
              </td>
              <td className={styles.blank} />
              <td className="no-print">
                <Mover row={row} cases={cases} show={show} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

/** What the table says, and why. */
function Proposal({ proposal }: { proposal: MeetingRowDto['proposal'] }) {
  return proposal === null ? (
    '—'
  ) : (
    <>
      <strong>{proposal.outcome}</strong>
      <small>{[proposal.name, proposal.clause].filter(Boolean).join(' · ')}</small>
      {proposal.reasons.map((reason) => (
        <small key={reason}>{reason}</small>
      ))}
    </>
  );
}

function Mover({ row, cases, show }: { row: MeetingRowDto; cases: readonly string[]; show: Props['show'] }) {
  const { t } = useTexts('meeting');
  const at = cases.indexOf(row.caseId);
  const move = (by: number) => show({ cases: moved(cases, row.caseId, by) });
  const name = { number: row.number };
  return (
    <span className={styles.mover}>
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined />}
        aria-label={t('up', name)}
        disabled={at <= 0}
        onClick={() => move(-1)}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDownOutlined />}
        aria-label={t('down', name)}
        disabled={at >= cases.length - 1}
        onClick={() => move(1)}
      />
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('leaveOut', name)}
        onClick={() => show({ cases: cases.filter((one) => one !== row.caseId) })}
      />
    </span>
  );
}
