import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { keysQuery } from '../api/programs';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { KeyDialog } from './KeyDialog';
import { KeyRow } from './KeyRow';

/** The reader's own keys. */
export function KeysPanel() {
  const { t } = useTexts('programs');
  const [adding, setAdding] = useState(false);
  const keys = useQuery(keysQuery);
  return (
    <QueryView query={keys} panels={1}>
      {(found) => (
        <Panel
          title={t('keys')}
          flush
          extra={
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('addKey')}
            </Button>
          }
        >
          {found.keys.length === 0 && <EmptyState title={t('noKeys')}>{t('noKeysText')}</EmptyState>}
          <ul>
            {found.keys.map((row) => (
              <KeyRow key={row.id} row={row} />
            ))}
          </ul>
          {adding && <KeyDialog scopes={found.scopes} close={() => setAdding(false)} />}
        </Panel>
      )}
    </QueryView>
  );
}
