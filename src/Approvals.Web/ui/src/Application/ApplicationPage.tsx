import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import type { DraftDto } from '../api/contract';
import { draftQuery, saveDraft } from '../api/drafts';
import { AutoSave } from '../Form/AutoSave';
import { useSavedForm } from '../Form/useSavedForm';
import { QueryView } from '../Layout/QueryView';
import { ApplicationView } from './ApplicationView';

export default function ApplicationPage() {
  const { id = '' } = useParams();
  const draft = useQuery(draftQuery(id));
  return (
    <QueryView query={draft} panels={3}>
      {(found) => <Draft key={found.id} draft={found} reload={() => window.location.reload()} />}
    </QueryView>
  );
}

function Draft({ draft, reload }: { draft: DraftDto; reload: () => void }) {
  const saver = useMemo(() => new AutoSave(draft, (values, etag) => saveDraft(draft.id, values, etag)), [draft]);
  const target = useMemo(() => ({ draft: draft.id }), [draft.id]);
  const form = useSavedForm({ saver, form: draft.form, documents: draft.documents, target, service: draft.service });
  return <ApplicationView draft={draft} saver={saver} form={form} reload={reload} />;
}
