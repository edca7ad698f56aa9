import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import type { CorrectionDto } from '../api/contract';
import { correctionQuery, saveCorrection } from '../api/drafts';
import { AutoSave } from '../Form/AutoSave';
import { isWithin } from '../Form/paths';
import { useSavedForm } from '../Form/useSavedForm';
import { QueryView } from '../Layout/QueryView';
import { CorrectionView } from './CorrectionView';

export default function CorrectionPage() {
  const { id = '' } = useParams();
  const correction = useQuery(correctionQuery(id));
  return (
    <QueryView query={correction} panels={3}>
      {(found) => <Correction key={found.etag} task={id} found={found} />}
    </QueryView>
  );
}

function Correction({ task, found }: { task: string; found: CorrectionDto }) {
  const saver = useMemo(
    () => new AutoSave({ ...found, savedAt: null }, (values, etag) => saveCorrection(task, values, etag)),
    [found, task],
  );
  const target = useMemo(() => ({ task }), [task]);
  const isOpen = useMemo(
    () => (path: string) => found.open.length === 0 || found.open.some((root) => isWithin(path, root)),
    [found.open],
  );
  const form = useSavedForm({ saver, form: found.form, documents: found.uploaded, target, isOpen });
  return <CorrectionView task={task} found={found} saver={saver} form={form} />;
}
