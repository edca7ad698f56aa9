import { useQuery } from '@tanstack/react-query';
import { allKeysQuery } from '../api/programs';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { KeyRow } from './KeyRow';

/** The keys in force of everybody. */
export function AllKeysPanel() {
  const { t } = useTexts('programs');
  const keys = useQuery(allKeysQuery);
  return (
    <QueryView query={keys} panels={1}>
      {(found) => (
        <Panel title={t('allKeys')} flush>
          {found.length === 0 && <EmptyState title={t('noKeys')}>{t('noKeysOfAnybody')}</EmptyState>}
          <ul>
            {found.map((row) => (
              <KeyRow key={row.id} row={row} />
            ))}
          </ul>
        </Panel>
      )}
    </QueryView>
  );
}
