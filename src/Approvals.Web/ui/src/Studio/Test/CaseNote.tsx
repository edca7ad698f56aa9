import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { noteReplayedCase, type ReplayedCaseDto, replayQuery, type ReplayRunDto } from '../../api/replays';
import { useTexts } from '../../i18n/useTexts';
import { ProblemAlert } from '../../Layout/ProblemAlert';
import { Tag } from '../../Layout/Tag';
import { useDraft } from '../Shell/DraftContext';
import styles from './Test.module.css';

/** What a reviewer of the change says to a case that comes out otherwise: as meant, or in words; open until the version is published. */
export function CaseNote({ run, row }: { run: ReplayRunDto; row: ReplayedCaseDto }) {
  const { t } = useTexts('rehearsal');
  const { draft } = useDraft();
  const client = useQueryClient();
  const [text, setText] = useState<string>();
  const save = useMutation({
    mutationFn: ({ note, alike = false }: { note: string; alike?: boolean }) =>
      noteReplayedCase(run.id, row.place, note, alike),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: replayQuery(run.id).queryKey });
      setText(undefined);
    },
  });
  const open = draft.state === 'draft' || draft.state === 'submitted';
  return (
    <div className={styles.caseNote}>
      {row.note === null ? (
        <Tag tone="warn">{t('noteOpen')}</Tag>
      ) : (
        <>
          <Tag tone="ok">{row.note}</Tag> <span className="muted small">{row.notedBy}</span>
        </>
      )}
      {save.error && <ProblemAlert error={save.error} />}
      {open && text === undefined && (
        <span className={styles.buttons}>
          {row.note === null && (
            <Button size="small" loading={save.isPending} onClick={() => save.mutate({ note: t('asMeant') })}>
              {t('asMeant')}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => setText(row.note ?? '')}>
            {t(row.note === null ? 'writeNote' : 'changeNote')}
          </Button>
          {row.note !== null && run.noted < run.changed && (
            <Button
              size="small"
              type="text"
              loading={save.isPending}
              onClick={() => save.mutate({ note: row.note ?? '', alike: true })}
            >
              {t('alikeToo')}
            </Button>
          )}
        </span>
      )}
      {open && text !== undefined && (
        <span className={styles.buttons}>
          <Input
            aria-label={t('noteOf', { place: row.place })}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPressEnter={() => save.mutate({ note: text })}
          />
          <Button size="small" loading={save.isPending} onClick={() => save.mutate({ note: text })}>
            {t('common:save')}
          </Button>
        </span>
      )}
    </div>
  );
}
