import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { InboxMark, InboxRowDto, InboxTab } from '../api/contract';
import { DueBadge } from '../DueBadge/DueBadge';
import { shortDay, shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Tag, type Tone } from '../Layout/Tag';
import type { Column } from './columns';
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

export function InboxRow(props: Props) {
  const { t } = useTexts('inbox');
  const { row, index, tab, shown, current, setCurrent, selected, select } = props;
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
        <Link to={placeOfRow(row, tab)}>{row.number === '' ? t('goOn') : row.number}</Link>
      </td>
      {shown.map((column) => (
        <Cell key={column} column={column} {...props} />
      ))}
    </tr>
  );
}

function Cell({ column, row, labels, tab, claim }: Props & { column: Column }) {
  const { t } = useTexts('inbox');
  const labelled = (content: ReactNode) => <td data-label={t(`column.${column}`)}>{content}</td>;
  switch (column) {
    case 'service':
      return labelled(row.serviceName);
    case 'applicant':
      return labelled(row.applicant);
    case 'employer':
      return (
        <td data-label={t('column.employer')} className={styles.employer}>
          {row.employer}
        </td>
      );
    case 'answers':
      return labels.map((label) => (
        <td key={label} data-label={label}>
          <Highlight value={row.highlights.find((entry) => entry.label === label)?.value} />
        </td>
      ));
    case 'activity':
      return labelled(
        <>
          {row.activityName} {row.progress}
        </>,
      );
    case 'received':
      return labelled(shortInstant(row.receivedAt));
    case 'dueOn':
      return tab === 'todo' ? (
        labelled(row.dueOn ? shortDay(row.dueOn) : '—')
      ) : (
        <td data-label={t(tab === 'drafts' ? 'column.saved' : 'column.finished')}>{finishedText(row, tab)}</td>
      );
    case 'claim':
      return labelled(<Claimed row={row} claim={claim} />);
    case 'marks':
      return <Marks row={row} />;
  }
}

/** When it was finished; of a draft, when it was saved. */
function finishedText(row: InboxRowDto, tab: InboxTab): string {
  const at = tab === 'drafts' ? row.receivedAt : row.finishedAt;
  return at ? shortInstant(at) : '—';
}

function Claimed({ row, claim }: { row: InboxRowDto; claim: (id: string) => void }) {
  const { t } = useTexts('inbox');
  return row.claimedBy === null ? (
    <Button type="link" size="small" className={styles.claim} onClick={() => claim(row.taskId)}>
      {t('claim')}
      <span className="visually-hidden"> {row.number}</span>
    </Button>
  ) : row.claimedBy.me ? (
    <strong>{t('claimed.me')}</strong>
  ) : (
    row.claimedBy.name
  );
}

function Marks({ row }: { row: InboxRowDto }) {
  const { t } = useTexts('inbox');
  return (
    <td>
      <span className={styles.marks}>
        {row.marks.map((mark) => (
          <Tag key={mark} tone={tones[mark]}>
            {mark === 'substitute' && row.for !== null ? t('for', { name: row.for }) : t(`mark.${mark}`)}
          </Tag>
        ))}
      </span>
    </td>
  );
}

/** A short answer, such as a grade, stands out as a tag. */
function Highlight({ value }: { value: string | undefined }) {
  if (value === undefined) {
    return '—';
  }
  return value.length <= 2 ? <Tag tone="level">{value}</Tag> : value;
}
