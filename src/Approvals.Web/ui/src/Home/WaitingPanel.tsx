import { useTexts } from '../i18n/useTexts';
import { Link } from 'react-router';
import type { WaitingDto } from '../api/contract';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { Tag } from '../Layout/Tag';
import { placeOf } from './placeOf';
import { WaitingRow } from './WaitingRow';

export function WaitingPanel({ waiting }: { waiting: WaitingDto[] }) {
  const { t } = useTexts('home');
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
            <WaitingRow key={entry.taskId} entry={entry} to={placeOf(entry)} primary={index === 0} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
