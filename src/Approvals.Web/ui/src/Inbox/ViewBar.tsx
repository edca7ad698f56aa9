import { CloseOutlined, DownloadOutlined, PlusOutlined, SettingOutlined, StarFilled } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Popover } from 'antd';
import { useState } from 'react';
import type { InboxFilters, InboxTab } from '../api/contract';
import { sheetUrl } from '../api/sheets';
import { removeView, saveView, viewsQuery } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { type Column, columns } from './columns';
import styles from './Inbox.module.css';
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
  const { data: kept = [] } = useQuery(viewsQuery);
  const views = kept.filter((view) => !view.query.startsWith('list='));
  const [naming, setNaming] = useState(false);
  const current = viewOf(tab, filters);
  const remove = useMutation({
    mutationFn: removeView,
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
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={t('views.remove', { name: view.name })}
                  loading={remove.isPending}
                  onClick={() => remove.mutate(view.id)}
                />
              )}
            </li>
          );
        })}
      </ul>
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
              options={columns.map((column) => ({ value: column, label: t(`column.${column}`) }))}
            />
          }
        >
          <Button icon={<SettingOutlined aria-hidden="true" />}>{t('views.columns')}</Button>
        </Popover>
        <Button icon={<DownloadOutlined aria-hidden="true" />} href={sheetUrl('/api/inbox/sheet', { tab, ...filters })}>
          {t('common:exportXlsx')}
        </Button>
      </span>
      {naming && <NameView query={current} columns={chosen} close={() => setNaming(false)} />}
    </div>
  );
}

function NameView({ query, columns, close }: { query: string; columns: string[]; close: () => void }) {
  const { t } = useTexts('inbox');
  const client = useQueryClient();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: () => saveView(name.trim(), query, columns),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: viewsQuery.queryKey });
      close();
    },
  });
  return (
    <Modal
      open
      title={t('views.save')}
      okText={t('views.keep')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={close}
    >
      {save.error && <ProblemAlert error={save.error} />}
      <Entry label={t('views.name')} hint={t('views.hint')}>
        {(id) => (
          <Input
            id={id}
            value={name}
            maxLength={40}
            autoFocus
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => name.trim() !== '' && save.mutate()}
          />
        )}
      </Entry>
    </Modal>
  );
}
