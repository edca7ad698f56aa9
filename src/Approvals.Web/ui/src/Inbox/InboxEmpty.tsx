import { Button } from 'antd';
import { Link } from 'react-router';
import type { InboxFilters, InboxTab } from '../api/contract';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';

interface Props {
  tab: InboxTab;
  filters: InboxFilters;
  show: (tab: InboxTab, filters: InboxFilters) => void;
}

export function InboxEmpty({ tab, filters, show }: Props) {
  const { t } = useTexts('inbox');
  const { areas } = useSession();
  const filtered = Object.keys(filters).some((key) => key !== 'sort');
  return (
    <EmptyState
      title={t(filtered ? 'empty.filtered' : `empty.${tab}`)}
      actions={
        filtered ? (
          <Button onClick={() => show(tab, {})}>{t('empty.clear')}</Button>
        ) : (
          <>
            {tab === 'drafts' && areas.includes('counter') && <Link to="/work/counter">{t('empty.counter')}</Link>}
            {tab !== 'todo' && <Button onClick={() => show('todo', {})}>{t('empty.todoTab')}</Button>}
          </>
        )
      }
    >
      {t(filtered ? 'empty.filteredText' : tab === 'drafts' ? 'empty.draftsText' : 'empty.text')}
    </EmptyState>
  );
}
