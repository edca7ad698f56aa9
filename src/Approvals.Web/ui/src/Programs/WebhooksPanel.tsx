import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { webhooksQuery } from '../api/programs';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { WebhookDialog } from './WebhookDialog';
import { WebhookRow } from './WebhookRow';

/** Where the reader's programs are told that a case moved. */
export function WebhooksPanel() {
  const { t } = useTexts('programs');
  const [adding, setAdding] = useState(false);
  const hooks = useQuery(webhooksQuery);
  return (
    <QueryView query={hooks} panels={1}>
      {(found) => (
        <Panel
          title={t('webhooks')}
          flush
          extra={
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('addWebhook')}
            </Button>
          }
        >
          {found.webhooks.length === 0 && <EmptyState title={t('noWebhooks')}>{t('noWebhooksText')}</EmptyState>}
          <ul>
            {found.webhooks.map((row) => (
              <WebhookRow key={row.id} row={row} />
            ))}
          </ul>
          {adding && <WebhookDialog choices={found} close={() => setAdding(false)} />}
        </Panel>
      )}
    </QueryView>
  );
}
