import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { calendarsQuery, importCalendar } from '../api/calendars';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { ImportResult } from './ImportResult';

/** A notice is looked at first, with the days that change and the due dates that move; it is loaded in a second click. */
export function ImportDialog({ close }: { close: () => void }) {
  const { t } = useTexts('calendars');
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const run = useMutation({
    mutationFn: ({ chosen, dryRun }: { chosen: File; dryRun: boolean }) => importCalendar(chosen, dryRun),
    onSuccess: (found) =>
      found.applied ? client.invalidateQueries({ queryKey: calendarsQuery.queryKey }) : Promise.resolve(),
  });
  const found = run.data;
  const isReady = found !== undefined && !found.applied && found.years.some((year) => !year.isKnown);
  return (
    <Modal
      open
      title={t('import.title')}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{t(found?.applied ? 'common:close' : 'common:cancel')}</Button>
          <Button
            type="primary"
            loading={run.isPending}
            disabled={file === undefined || found?.applied === true}
            onClick={() => file && run.mutate({ chosen: file, dryRun: !isReady })}
          >
            {t(isReady ? 'import.apply' : 'import.look')}
          </Button>
        </>
      }
    >
      <p>{t('import.text')}</p>
      {run.error && <ProblemAlert error={run.error} />}
      <Entry label={t('import.file')}>
        {(id) => (
          <input
            id={id}
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              setFile(event.target.files?.[0]);
              run.reset();
            }}
          />
        )}
      </Entry>
      {found && <ImportResult found={found} />}
    </Modal>
  );
}
