import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import { batchQuery } from '../api/team';
import { useTexts } from '../i18n/useTexts';
import { QueryView } from './QueryView';

/** How far a batch is, and which cases did not allow it. */
export function BatchView({ id }: { id: string }) {
  const { t } = useTexts('common');
  const batch = useQuery(batchQuery(id));
  return (
    <QueryView query={batch} panels={1}>
      {(found) => (
        <div role="status">
          <p>
            <strong>{t(found.left === 0 ? 'batch.finished' : 'batch.running')}</strong>{' '}
            {t('batch.done', { done: found.done, total: found.total })}
          </p>
          <Progress
            percent={Math.round(((found.total - found.left) / Math.max(1, found.total)) * 100)}
            aria-label={t('batch.running')}
          />
          {found.refused > 0 && <p>{t('batch.refused', { count: found.refused })}</p>}
          <ul>
            {found.refusals.map((refusal) => (
              <li key={refusal.caseId}>
                {refusal.number} · {refusal.reason}
              </li>
            ))}
          </ul>
        </div>
      )}
    </QueryView>
  );
}
