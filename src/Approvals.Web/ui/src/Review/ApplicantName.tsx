import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { WorkTaskDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { RevealDialog } from './RevealDialog';

/** The applicant's name, masked until somebody asks for it; that is kept in the audit. */
export function ApplicantName({ task }: { task: WorkTaskDto }) {
  const { t } = useTexts('review');
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState<string | null>(null);
  const { applicant, revealPath } = task.case;
  return (
    <>
      {name ?? applicant}
      {revealPath !== null && name === null && (
        <Button
          type="link"
          size="small"
          icon={<EyeOutlined aria-hidden="true" />}
          aria-label={t('reveal.name')}
          title={t('reveal.name')}
          onClick={() => setAsking(true)}
        />
      )}
      {asking && revealPath !== null && (
        <RevealDialog
          task={task.id}
          path={revealPath}
          label={t('reveal.applicant')}
          close={() => setAsking(false)}
          done={setName}
        />
      )}
    </>
  );
}
