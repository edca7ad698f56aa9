import { CloseOutlined, DownloadOutlined, PlusOutlined, SettingOutlined, StarFilled } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Popconfirm, Popover } from 'antd';
import { useState } from 'react';
import type { InboxFilters, InboxTab } from '../api/contract';
import { messageOf } from '../api/problem';
import { sheetUrl } from '../api/sheets';
import { removeView, viewsQuery } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { type Column, columns } from './columns';
import styles from './Inbox.module.css';
import { NameView } from './NameView';
import { viewOf } from './useInboxPlace';

interface Props {
  tab: InboxTab;
  filters: InboxFilters;
  chosen: Column[];
  choose: (columns: readonly string[]) => void;
  showView: (query: string) => void;
}

/** Views that one saved, the columns, and the list as a spreadsheet. */
export function ViewBar({ tab, filters, chosen, choose, showView }: Props) {
  const { t } = useTexts('inbox');
  const client = useQueryClient();
  const { message } = App.useApp();
  const { data: kept = [], error } = useQuery(viewsQuery);
  const views = kept.filter((view) => !view.query.startsWith('list='));
  const [naming, setNaming] = useState(false);
  const current = viewOf(tab, filters);
  const remove = useMutation({
    mutationFn: removeView,
    onError: (refused) => message.error(messageOf(refused) ?? t('common:problem.unexpected')),
    onSettled: () => client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
  });
  return (
    <div className={styles.views}>
      <span className="muted">{t('views.title')}</span>
      <ul aria-label={t('views.title')}>
        {views.map((view) => {
          const isCurrent = view.query === current;
          return (
            <li key={view.id} className={isCurrent ? styles.currentView : undefined}>
              <button
                type="button"
                aria-pressed={isCurrent}
                onClick={() => {
                  choose(view.columns);
                  showView(view.query);
                }}
              >
                {isCurrent && <StarFilled aria-hidden="true" />} {view.name}
              </button>
              {isCurrent && (
                <Popconfirm
                  title={t('views.removeTitle', { name: view.name })}
                  okText={t('common:delete')}
                  cancelText={t('common:cancel')}
                  onConfirm={() => remove.mutate(view.id)}
                >
                  <Button
                    type="text"
                    size="small"
                    icon={<CloseOutlined />}
                    aria-label={t('views.remove', { name: view.name })}
                    loading={remove.isPending}
                  />
                </Popconfirm>
              )}
            </li>
          );
        })}
      </ul>
      {error && <span role="alert">{messageOf(error) ?? t('common:problem.unexpected')}</span>}
      <Button type="link" size="small" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setNaming(true)}>
        {t('views.save')}
      </Button>
      <span className={styles.viewEnd}>
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <Checkbox.Group
              className={styles.columnChoice}
              value={chosen}
              onChange={choose}
              options={columns.map((column) => ({
                value: column,
                label: t(`column.${column}`),
                disabled: chosen.length === 1 && chosen.includes(column),
              }))}
            />
          }
        >
          <Button icon={<SettingOutlined aria-hidden="true" />}>{t('views.columns')}</Button>
        </Popover>
        <Button icon={<DownloadOutlined aria-hidden="true" />} href={sheetUrl('/api/inbox/sheet', { tab, ...filters })}>
          {t('common:exportXlsx')}
        </Button>
      </span>
      {naming && (
        <NameView
          query={current}
          columns={chosen}
          texts={{ title: t('views.save'), ok: t('views.keep'), name: t('views.name'), hint: t('views.hint') }}
          close={() => setNaming(false)}
        />
      )}
    </div>
  );
}
