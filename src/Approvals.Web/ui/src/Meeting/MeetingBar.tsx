import { CloseOutlined, DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { MeetingDto } from '../api/contract';
import { sheetUrl } from '../api/sheets';
import { removeView, viewsQuery } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { NameView } from '../Inbox/NameView';
import styles from './Meeting.module.css';
import { type MeetingPlace, queryOf } from './place';

interface Props {
  place: MeetingPlace;
  found: MeetingDto;
  show: (change: Partial<MeetingPlace>) => void;
}

/** From choosing to the list and back, whether names are on it, lists that were kept, print and spreadsheet. */
export function MeetingBar({ place, found, show }: Props) {
  const { t } = useTexts('meeting');
  const client = useQueryClient();
  const [naming, setNaming] = useState(false);
  const { data: views = [] } = useQuery(viewsQuery);
  const kept = views.filter((view) => view.query.startsWith('list=meeting'));
  const remove = useMutation({
    mutationFn: removeView,
    onSettled: () => client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
  });
  const { list, ...filters } = place;
  const { cases } = filters;
  return (
    <div className={styles.bar}>
      {kept.length > 0 && <span className="muted">{t('kept')}</span>}
      {kept.map((view) => (
        <span key={view.id} className={styles.kept}>
          <Link to={`/work/meeting?${view.query}`}>{view.name}</Link>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('remove', { name: view.name })}
            onClick={() => remove.mutate(view.id)}
          />
        </span>
      ))}
      <span className={styles.end}>
        {list && (
          <Checkbox
            checked={found.redacted}
            disabled={found.mustRedact}
            onChange={(event) => show({ redacted: event.target.checked })}
          >
            {t('redacted')}
          </Checkbox>
        )}
        {list ? (
          <>
            <Button onClick={() => show({ list: false })}>{t('goOnChoosing')}</Button>
            <Button onClick={() => setNaming(true)}>{t('keep')}</Button>
            <Button icon={<DownloadOutlined aria-hidden="true" />} href={sheetUrl('/api/meeting/sheet', filters)}>
              {t('common:exportXlsx')}
            </Button>
            <Button type="primary" icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
              {t('cases:print')}
            </Button>
          </>
        ) : (
          <Button type="primary" disabled={cases.length === 0} onClick={() => show({ list: true })}>
            {t('toList', { count: cases.length })}
          </Button>
        )}
      </span>
      {naming && (
        <NameView
          query={queryOf(place).toString()}
          columns={[]}
          texts={{ title: t('keep'), ok: t('common:save'), name: t('name'), hint: t('nameHint') }}
          close={() => setNaming(false)}
        />
      )}
    </div>
  );
}
