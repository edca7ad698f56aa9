import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { importPlaces, type PlaceKind } from '../api/places';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { ImportResult } from './ImportResult';

/** A file is looked at first and taken in a second click; with one mistake nothing of it is taken. */
export function ImportPlaces({ kind, close }: { kind: PlaceKind; close: () => void }) {
  const { t } = useTexts('places');
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const take = useMutation({
    mutationFn: ({ chosen, dryRun }: { chosen: File; dryRun: boolean }) => importPlaces(kind, chosen, dryRun),
    onSuccess: (found) => (found.applied ? client.invalidateQueries({ queryKey: ['admin', kind] }) : Promise.resolve()),
  });
  const found = take.data;
  const isReady = found !== undefined && !found.applied && found.problemCount === 0;
  return (
    <Modal
      open
      title={t(`import.${kind}`)}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{t(found?.applied ? 'common:close' : 'common:cancel')}</Button>
          {isReady && file !== undefined ? (
            <Button
              type="primary"
              loading={take.isPending}
              onClick={() => take.mutate({ chosen: file, dryRun: false })}
            >
              {t('import.apply')}
            </Button>
          ) : (
            <Button
              type="primary"
              loading={take.isPending}
              disabled={file === undefined || found?.applied === true}
              onClick={() => file && take.mutate({ chosen: file, dryRun: true })}
            >
              {t('import.look')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('import.text')}</p>
      <p className="muted small">{t(`import.${kind}Columns`)}</p>
      {take.error && <ProblemAlert error={take.error} />}
      <Entry label={t('import.file')}>
        {(id) => (
          <input
            id={id}
            type="file"
            accept=".csv,.xlsx"
            onChange={(event) => {
              setFile(event.target.files?.[0]);
              take.reset();
            }}
          />
        )}
      </Entry>
      {found && <ImportResult found={found} />}
    </Modal>
  );
}
