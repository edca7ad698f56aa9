import { Button, Checkbox } from 'antd';
import { Link } from 'react-router';
import type { InboxMark, InboxRowDto } from '../api/contract';
import { DueBadge } from '../DueBadge/DueBadge';
import { shortDay, shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Tag, type Tone } from '../Layout/Tag';
import styles from './Inbox.module.css';
import type { InboxTableProps } from './InboxTable';
import { placeOfRow } from './useInboxPlace';

interface Props extends InboxTableProps {
  row: InboxRowDto;
  index: number;
  labels: string[];
}

const tones: Record<InboxMark, Tone> = {
  urged: 'error',
  corrected: 'info',
  conditional: 'warn',
  returned: 'warn',
  countersign: 'info',
  substitute: 'rule',
  setAside: 'info',
};

export function InboxRow({ row, index, labels, tab, current, setCurrent, selected, select, claim }: Props) {
  const { t } = useTexts('inbox');
  const todo = tab === 'todo';
  const classes = [index === current ? styles.current : '', selected.has(row.taskId) ? styles.selected : ''].join(' ');
  return (
    <tr
      id={`row-${index}`}
      className={classes}
      onClick={() => setCurrent(index)}
      aria-current={index === current || undefined}
    >
      {todo && (
        <td className={styles.check}>
          <Checkbox
            aria-label={t('select', { number: row.number })}
            checked={selected.has(row.taskId)}
            onChange={() => select(row.taskId)}
          />
        </td>
      )}
      <td>{todo ? <DueBadge due={row.due} /> : (row.outcomeName ?? <DueBadge due={row.due} />)}</td>
      <td>
        <Link to={placeOfRow(row, tab)}>{row.number}</Link>
      </td>
      <td data-label={t('column.service')}>{row.serviceName}</td>
      <td data-label={t('column.applicant')}>{row.applicant}</td>
      <td data-label={t('column.employer')}>{row.employer}</td>
      {labels.map((label) => (
        <td key={label} data-label={label}>
          <Highlight value={row.highlights.find((entry) => entry.label === label)?.value} />
        </td>
      ))}
      <td data-label={t('column.activity')}>
        {row.activityName} {row.progress}
      </td>
      <td data-label={t(todo ? 'column.dueOn' : 'column.finished')}>
        {todo ? (row.dueOn ? shortDay(row.dueOn) : '—') : row.finishedAt ? shortInstant(row.finishedAt) : '—'}
      </td>
      {todo && (
        <td data-label={t('column.claim')}>
          {row.claimedBy === null ? (
            <Button type="link" size="small" className={styles.claim} onClick={() => claim(row.taskId)}>
              {t('claim')}
              <span className="visually-hidden"> {row.number}</span>
            </Button>
          ) : row.claimedBy.me ? (
            <strong>{t('claimed.me')}</strong>
          ) : (
            row.claimedBy.name
          )}
        </td>
      )}
      <td>
        <span className={styles.marks}>
          {row.marks.map((mark) => (
            <Tag key={mark} tone={tones[mark]}>
              {mark === 'substitute' && row.for !== null ? t('for', { name: row.for }) : t(`mark.${mark}`)}
            </Tag>
          ))}
        </span>
      </td>
    </tr>
  );
}

/** A short answer, such as a grade, stands out as a tag. */
function Highlight({ value }: { value: string | undefined }) {
  if (value === undefined) {
    return '—';
  }
  return value.length <= 2 ? <Tag tone="level">{value}</Tag> : value;
}
