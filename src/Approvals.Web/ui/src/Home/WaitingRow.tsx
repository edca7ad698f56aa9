import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { WaitingDto } from '../api/contract';
import { DueBadge } from '../DueBadge/DueBadge';
import { useTexts } from '../i18n/useTexts';
import styles from './Home.module.css';

interface Props {
  entry: WaitingDto;
  to: string;
  primary?: boolean;
  /** Whom it concerns, where that is not the reader. */
  who?: string;
}

/** Something that waits: until when, what, why, and the way to it. */
export function WaitingRow({ entry, to, primary = false, who }: Props) {
  const { t } = useTexts('home');
  const navigate = useNavigate();
  return (
    <li className={styles.waitingRow}>
      <DueBadge due={entry.due} />
      <div>
        <p className={styles.title}>
          <strong>{entry.title}</strong>
          <span className="muted">{[who, entry.serviceName, who && entry.caseNumber].filter(Boolean).join(' · ')}</span>
        </p>
        {entry.reason && <p className="muted">{entry.reason}</p>}
      </div>
      <Button type={primary ? 'primary' : 'default'} onClick={() => void navigate(to)}>
        {t(`action.${entry.action}`)}
      </Button>
    </li>
  );
}
