import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { importThings, templateUrl } from '../api/allotment';
import type { ResourceImportDto, WaitingListDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './Allotment.module.css';
import { useOwners } from './useOwners';

/** A workbook is tried first: what it would do, or each cell that is wrong. Only a clean one is brought in. */
export function ImportDialog({
  lists,
  list,
  close,
}: {
  lists: readonly WaitingListDto[];
  list: string | undefined;
  close: () => void;
}) {
  const { t } = useTexts('allotment');
  const client = useQueryClient();
  const owners = useOwners(lists);
  const [into, setInto] = useState(list);
  const [file, setFile] = useState<File>();
  const owner = lists.find(({ id }) => id === into)?.organisationId ?? owners[0]?.id ?? '';
  const run = useMutation({
    mutationFn: ({ chosen, trial }: { chosen: File; trial: boolean }) =>
      importThings(chosen, { organisation: owner, list: into }, trial),
    onSuccess: () => client.invalidateQueries({ queryKey: ['allotment'] }),
  });
  const report = run.data;
  const clean = report !== undefined && report.problems.length === 0 && !report.written;
  return (
    <Modal
      open
      title={t('import.title')}
      okText={t(clean ? 'import.write' : 'import.try')}
      cancelText={t(report?.written ? 'common:close' : 'common:cancel')}
      okButtonProps={{ disabled: file === undefined || report?.written === true }}
      confirmLoading={run.isPending}
      onOk={() => file && run.mutate({ chosen: file, trial: !clean })}
      onCancel={close}
    >
      <p>
        {t('import.text')} <a href={templateUrl}>{t('import.template')}</a>
      </p>
      {run.error && <ProblemAlert error={run.error} />}
      <Entry label={t('lists.choose')}>
        {(id) => (
          <Select
            id={id}
            value={into}
            allowClear
            placeholder={t('things.booked')}
            options={lists.map(({ id: value, name }) => ({ value, label: name }))}
            onChange={(value?: string) => {
              setInto(value);
              run.reset();
            }}
          />
        )}
      </Entry>
      <Entry label={t('import.file')}>
        {(id) => (
          <input
            id={id}
            type="file"
            accept=".xlsx"
            onChange={(event) => {
              setFile(event.target.files?.[0]);
              run.reset();
            }}
          />
        )}
      </Entry>
      {report && <Report report={report} />}
    </Modal>
  );
}

function Report({ report }: { report: ResourceImportDto }) {
  const { t } = useTexts('allotment');
  const { added, changed, unchanged, problems, written } = report;
  return (
    <div role="status">
      <p>
        <strong>
          {problems.length > 0
            ? t('import.wrong', { count: problems.length })
            : t(written ? 'import.done' : 'import.would', { added, changed, unchanged })}
        </strong>
      </p>
      <ul className={styles.cells}>
        {problems.map(({ cell, text }) => (
          <li key={cell}>
            <strong>{cell}</strong> {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
