import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { MandateDto } from '../api/contract';
import { mandatesQuery } from '../api/employers';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { AskMandate } from './AskMandate';
import { MandateRow } from './MandateRow';

/** The employers the reader acts for, or wants to. */
export default function EmployersPage() {
  const { t } = useTexts('employers');
  const mandates = useQuery(mandatesQuery);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PageTitle
        title={t('title')}
        below={t('text')}
        extra={
          <Button type="primary" onClick={() => setAsking(true)}>
            {t('ask')}
          </Button>
        }
      />
      <QueryView query={mandates} panels={1}>
        {(found) => (
          <>
            <List title={t('own')} rows={found.own} own />
            {found.colleagues.length > 0 && <List title={t('colleagues')} rows={found.colleagues} />}
          </>
        )}
      </QueryView>
      {asking && <AskMandate close={() => setAsking(false)} />}
    </>
  );
}

function List({ title, rows, own = false }: { title: string; rows: readonly MandateDto[]; own?: boolean }) {
  const { t } = useTexts('employers');
  return (
    <Panel title={title} flush>
      {rows.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      <ul>
        {rows.map((row) => (
          <MandateRow key={row.id} mandate={row} own={own} />
        ))}
      </ul>
    </Panel>
  );
}
