import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { placeQuery } from '../api/allotment';
import type { WaitingEntryDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { QueryView } from '../Layout/QueryView';
import { PlaceHistory } from './PlaceHistory';

/** All that happened to a place, as its applicant reads it too. */
export function HistoryDrawer({ entry, close }: { entry: WaitingEntryDto; close: () => void }) {
  const { t } = useTexts('allotment');
  const place = useQuery(placeQuery(entry.id));
  return (
    <Drawer
      open
      title={`${t('history.title')} · ${entry.caseNumber}`}
      closable={{ 'aria-label': t('common:close') }}
      onClose={close}
    >
      <QueryView query={place} panels={1}>
        {(found) => <PlaceHistory history={found.history} />}
      </QueryView>
    </Drawer>
  );
}
