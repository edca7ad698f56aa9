import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { moveCase, placesQuery, previewMove } from '../api/incidents';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Entry } from '../Layout/Entry';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import styles from '../People/People.module.css';
import { MovePreview } from './MovePreview';

/** Moves a case to another step: shown first, then done with a reason. */
export default function MovePage() {
  const { t } = useTexts('admin');
  const { id = '' } = useParams();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const places = useQuery(placesQuery(id));
  const [execution, setExecution] = useState<string>();
  const [to, setTo] = useState<string>();
  const [reason, setReason] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const place = places.data?.places.find((entry) => entry.execution === execution) ?? places.data?.places[0];
  const move = { etag: places.data?.etag ?? '', execution: place?.execution ?? '', to: to ?? '' };
  const preview = useMutation({ mutationFn: () => previewMove(id, move) });
  const act = useMutation({
    mutationFn: () => moveCase(id, { ...move, reason: reason.trim(), idempotencyKey }),
    onSuccess: async () => {
      message.success(t('move.done'));
      await client.invalidateQueries({ queryKey: ['admin'] });
      await navigate('/admin/incidents');
    },
  });
  const choose = (from: string | undefined, target: string | undefined) => {
    setExecution(from);
    setTo(target);
    preview.reset();
  };
  return (
    <div className={styles.page}>
      <PageTitle
        title={t('move.title', { number: places.data?.number ?? '' })}
        below={t('move.text')}
        crumbs={[{ to: '/admin/incidents', text: t('incidents.title') }]}
      />
      <QueryView query={places}>
        {(found) => (
          <Panel className={styles.form}>
            {found.places.length === 0 && <EmptyState title={t('move.finished')}>{t('move.finishedText')}</EmptyState>}
            {place && (
              <>
                <Entry label={t('move.from')} hint={place.incident ?? undefined}>
                  {(field) => (
                    <Select
                      id={field}
                      value={place.execution}
                      options={found.places.map((entry) => ({ value: entry.execution, label: entry.name }))}
                      onChange={(value) => choose(value, undefined)}
                    />
                  )}
                </Entry>
                <Entry label={t('move.to')}>
                  {(field) => (
                    <Select
                      id={field}
                      value={to}
                      options={[...place.targets]}
                      onChange={(value) => choose(place.execution, value)}
                    />
                  )}
                </Entry>
                <Button disabled={to === undefined} loading={preview.isPending} onClick={() => preview.mutate()}>
                  {t('move.preview')}
                </Button>
              </>
            )}
            {preview.error && <ProblemAlert error={preview.error} />}
            {preview.data && (
              <>
                <MovePreview preview={preview.data} />
                {act.error && <ProblemAlert error={act.error} />}
                <Entry label={t('move.reason')}>
                  {(field) => (
                    <Input
                      id={field}
                      value={reason}
                      maxLength={500}
                      onChange={(event) => setReason(event.target.value)}
                    />
                  )}
                </Entry>
                <Button
                  type="primary"
                  disabled={preview.data.canEnd === false || reason.trim().length < 2}
                  loading={act.isPending}
                  onClick={() => act.mutate()}
                >
                  {t('move.do')}
                </Button>
              </>
            )}
          </Panel>
        )}
      </QueryView>
    </div>
  );
}
