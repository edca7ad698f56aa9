import { FileAddOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { fileStatement } from '../api/cases';
import type { StatementDto } from '../api/contract';
import { useFilingPlace } from '../Application/useFilingPlace';
import { documentUrl, uploadDocument } from '../api/documents';
import { DueBadge } from '../DueBadge/DueBadge';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './CasePage.module.css';

/** A hearing: the party's own words with documents, or the way to the step's form. */
export function StatementPanel({ statement, caseId }: { statement: StatementDto; caseId: string }) {
  const { t } = useTexts('cases');
  const place = useFilingPlace();
  return (
    <Panel
      id="statement"
      title={t('statement.title')}
      extra={<DueBadge due={statement.due} withDay />}
      className={styles.tasks}
    >
      <p>
        <strong>{statement.step}</strong>
      </p>
      <p className="muted">{t('statement.text')}</p>
      {statement.hasForm ? (
        <Link to={place.correction(statement.taskId)}>{t('statement.byForm')}</Link>
      ) : (
        <Words statement={statement} caseId={caseId} />
      )}
    </Panel>
  );
}

function Words({ statement, caseId }: { statement: StatementDto; caseId: string }) {
  const { t } = useTexts('cases');
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const refresh = () => client.invalidateQueries({ queryKey: ['cases', caseId] });
  const upload = useMutation({
    mutationFn: (file: File) =>
      uploadDocument({ task: statement.taskId }, 'statement', file, () => undefined, new AbortController().signal),
    onSuccess: refresh,
  });
  const send = useMutation({
    mutationFn: () => fileStatement(statement.taskId, text.trim(), key),
    onSuccess: async () => {
      await refresh();
      void client.invalidateQueries({ queryKey: ['home'] });
    },
  });
  return (
    <form
      className={styles.statement}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Input.TextArea
        autoSize={{ minRows: 4, maxRows: 16 }}
        maxLength={5000}
        showCount
        value={text}
        aria-label={t('statement.label')}
        placeholder={t('statement.label')}
        onChange={(event) => setText(event.target.value)}
      />
      {statement.documents.map((document) => (
        <a key={document.id} href={documentUrl(document.id)} target="_blank" rel="noreferrer">
          {document.name}
        </a>
      ))}
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('statement.add')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) {
            upload.mutate(file);
          }
          event.target.value = '';
        }}
      />
      <div className={styles.actions}>
        <Button
          icon={<FileAddOutlined aria-hidden="true" />}
          loading={upload.isPending}
          onClick={() => input.current?.click()}
        >
          {t('statement.add')}
        </Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={send.isPending}
          disabled={text.trim() === '' && statement.documents.length === 0}
        >
          {t('statement.send')}
        </Button>
      </div>
      {(upload.error ?? send.error) && <ProblemAlert error={upload.error ?? send.error} />}
    </form>
  );
}
