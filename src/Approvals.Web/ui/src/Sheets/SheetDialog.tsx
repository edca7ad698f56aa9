import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { SheetImportDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { SheetResult } from './SheetResult';

/** A csv or xlsx file is looked at first and taken in a second click; with one mistake nothing of it is taken. */
export function SheetDialog({
  title,
  columns,
  queryKey,
  take,
  close,
  disabled = false,
  children,
}: {
  title: string;
  /** Which columns it has, in words. */
  columns: ReactNode;
  /** What is read anew once the file is taken. */
  queryKey: readonly string[];
  take: (file: File, dryRun: boolean) => Promise<SheetImportDto>;
  close: () => void;
  /** Whether something is to be chosen first. */
  disabled?: boolean;
  /** Further choices, above the file. */
  children?: ReactNode;
}) {
  const { t } = useTexts('sheets');
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const run = useMutation({
    mutationFn: ({ chosen, dryRun }: { chosen: File; dryRun: boolean }) => take(chosen, dryRun),
    onSuccess: (found) => (found.applied ? client.invalidateQueries({ queryKey }) : Promise.resolve()),
  });
  const found = run.data;
  const isReady = found !== undefined && !found.applied && found.problemCount === 0;
  return (
    <Modal
      open
      title={title}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{t(found?.applied ? 'common:close' : 'common:cancel')}</Button>
          <Button
            type="primary"
            loading={run.isPending}
            disabled={disabled || file === undefined || found?.applied === true}
            onClick={() => file && run.mutate({ chosen: file, dryRun: !isReady })}
          >
            {t(isReady ? 'apply' : 'look')}
          </Button>
        </>
      }
    >
      <p>{t('text')}</p>
      <p className="muted small">{columns}</p>
      {run.error && <ProblemAlert error={run.error} />}
      {children}
      <Entry label={t('file')}>
        {(id) => (
          <input
            id={id}
            type="file"
            accept=".csv,.xlsx"
            onChange={(event) => {
              setFile(event.target.files?.[0]);
              run.reset();
            }}
          />
        )}
      </Entry>
      {found && <SheetResult found={found} />}
    </Modal>
  );
}
