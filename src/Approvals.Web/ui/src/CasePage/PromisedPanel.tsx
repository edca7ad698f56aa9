import { FileAddOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { supplyDocuments } from '../api/cases';
import type { CaseDto, PromisedDto } from '../api/contract';
import { uploadDocument } from '../api/documents';
import { DueBadge } from '../DueBadge/DueBadge';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { Tag } from '../Layout/Tag';
import styles from './CasePage.module.css';

/** Documents promised at acceptance: one click chooses the file and hands it in. */
export function PromisedPanel({ found, staff }: { found: CaseDto; staff?: boolean }) {
  const { t } = useTexts('cases');
  const task = found.tasks.find((entry) => entry.action === 'supply')?.id;
  const open = !staff && task !== undefined && found.actions.includes('supply');
  return (
    <Panel id="promised" title={t('promised.title')} extra={<Tag tone="warn">{t('promised.tag')}</Tag>} flush>
      {found.promised.map((document) => (
        <Promised key={document.type} document={document} caseId={found.summary.id} task={open ? task : undefined} />
      ))}
    </Panel>
  );
}

function Promised({ document, caseId, task }: { document: PromisedDto; caseId: string; task: string | undefined }) {
  const { t } = useTexts('cases');
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const supply = useMutation({
    mutationFn: async (file: File) => {
      const target = { task: task ?? '' };
      const sent = await uploadDocument(target, document.type, file, () => undefined, new AbortController().signal);
      await supplyDocuments(caseId, [sent.id]);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['cases', caseId] }),
  });
  return (
    <div className={styles.promised}>
      <div>
        <p>{document.name}</p>
        <DueBadge due={document.due} withDay />
      </div>
      {task && (
        <>
          <input
            ref={input}
            type="file"
            className="visually-hidden"
            tabIndex={-1}
            aria-label={document.name}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) {
                supply.mutate(file);
              }
              event.target.value = '';
            }}
          />
          <Button
            icon={<FileAddOutlined aria-hidden="true" />}
            loading={supply.isPending}
            onClick={() => input.current?.click()}
          >
            {t('promised.supply')}
            <span className="visually-hidden"> {document.name}</span>
          </Button>
        </>
      )}
      {supply.error && <ProblemAlert error={supply.error} />}
    </div>
  );
}
