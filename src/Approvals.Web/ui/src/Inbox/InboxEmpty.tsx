import { Button } from 'antd';
import type { InboxFilters, InboxTab } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';

interface Props {
  tab: InboxTab;
  filters: InboxFilters;
  show: (tab: InboxTab, filters: InboxFilters) => void;
}

export function InboxEmpty({ tab, filters, show }: Props) {
  const { t } = useTexts('inbox');
  const filtered = Object.keys(filters).some((key) => key !== 'sort');
  return (
    <EmptyState
      title={t(filtered ? 'empty.filtered' : `empty.${tab}`)}
      actions={
        filtered ? (
          <Button onClick={() => show(tab, {})}>{t('empty.clear')}</Button>
        ) : (
          tab !== 'todo' && <Button onClick={() => show('todo', {})}>{t('empty.todoTab')}</Button>
        )
      }
    >
      {t(filtered ? 'empty.filteredText' : 'empty.text')}
    </EmptyState>
  );
}
