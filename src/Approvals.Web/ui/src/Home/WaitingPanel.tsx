import { Button } from 'antd';
import { useTexts } from '../i18n/useTexts';
import { Link, useNavigate } from 'react-router';
import type { WaitingDto } from '../api/contract';
import { DueBadge } from '../DueBadge/DueBadge';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { Tag } from '../Layout/Tag';
import styles from './Home.module.css';
import { placeOf } from './placeOf';

export function WaitingPanel({ waiting }: { waiting: WaitingDto[] }) {
  const { t } = useTexts('home');
  const navigate = useNavigate();
  return (
    <Panel
      id="waiting"
      flush
      title={
        <>
          {t('waiting.title')} {waiting.length > 0 && <Tag tone="error">{waiting.length}</Tag>}
        </>
      }
    >
      {waiting.length === 0 ? (
        <EmptyState
          title={t('waiting.none')}
          actions={
            <>
              <Link to="/services">{t('waiting.apply')}</Link>
              <Link to="/cases">{t('waiting.cases')}</Link>
            </>
          }
        />
      ) : (
        <ul>
          {waiting.map((entry, index) => (
            <li key={entry.taskId} className={styles.waitingRow}>
              <DueBadge due={entry.due} />
              <div>
                <p className={styles.title}>
                  <strong>{entry.title}</strong>
                  <span className="muted">{entry.serviceName}</span>
                </p>
                {entry.reason && <p className="muted">{entry.reason}</p>}
              </div>
              <Button type={index === 0 ? 'primary' : 'default'} onClick={() => void navigate(placeOf(entry))}>
                {t(`action.${actionOf(entry.action)}`)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const actions = ['fill', 'correct', 'supply', 'state', 'offer'] as const;

function actionOf(action: string): (typeof actions)[number] | 'work' {
  return actions.find((one) => one === action) ?? 'work';
}
