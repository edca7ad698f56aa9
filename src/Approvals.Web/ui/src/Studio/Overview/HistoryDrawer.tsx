import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { type DraftEdit, draftQuery, historyQuery, restoreDraft } from '../../api/studio';
import { shortInstant } from '../../i18n/dates';
import { useTexts } from '../../i18n/useTexts';
import { EmptyState } from '../../Layout/EmptyState';
import { QueryView } from '../../Layout/QueryView';
import { Tag } from '../../Layout/Tag';
import { ConfirmDialog } from '../../PolicyPackages/ConfirmDialog';
import { useDraft } from '../Shell/DraftContext';
import styles from './Overview.module.css';

/** Every change of the draft in words, latest first, with the way back to the state after it. */
export function HistoryDrawer({ close }: { close: () => void }) {
  const { t } = useTexts('studio');
  const { draft, readOnly } = useDraft();
  const client = useQueryClient();
  const [before, setBefore] = useState<number>();
  const [wanted, setWanted] = useState<number>();
  const query = useQuery(historyQuery(draft.id, draft.revision, before));
  return (
    <Drawer open title={t('history.title')} size={480} onClose={close}>
      <QueryView query={query}>
        {(edits) => (
          <>
            {edits.length === 0 && <EmptyState title={t('history.none')}>{t('history.noneText')}</EmptyState>}
            <ol className={styles.edits}>
              {edits.map((edit) => (
                <li key={edit.revision}>
                  <Entry edit={edit} />
                  {!readOnly && edit.revision < draft.revision && (
                    <Button size="small" onClick={() => setWanted(edit.revision)}>
                      {t('history.restore')}
                    </Button>
                  )}
                </li>
              ))}
            </ol>
            <p className={styles.more}>
              {before !== undefined && (
                <Button size="small" onClick={() => setBefore(undefined)}>
                  {t('history.latest')}
                </Button>
              )}
              {(edits.at(-1)?.revision ?? 1) > 1 && (
                <Button size="small" onClick={() => setBefore(edits.at(-1)?.revision)}>
                  {t('history.earlier')}
                </Button>
              )}
            </p>
          </>
        )}
      </QueryView>
      {wanted !== undefined && (
        <ConfirmDialog
          title={t('history.restore')}
          text={t('history.restoreText', { revision: wanted })}
          act={() => restoreDraft(draft.id, draft.revision, { revision: wanted })}
          done={() => client.invalidateQueries({ queryKey: draftQuery(draft.id).queryKey })}
          close={() => setWanted(undefined)}
        />
      )}
    </Drawer>
  );
}

function Entry({ edit }: { edit: DraftEdit }) {
  const { t } = useTexts('studio');
  return (
    <div className={edit.takenBack ? styles.takenBack : undefined}>
      <p>
        <Tag tone={edit.kind === 'edit' ? 'plain' : 'info'}>{t(`history.kind.${edit.kind}`)}</Tag>{' '}
        {edit.takenBack && <Tag tone="warn">{t('history.takenBack')}</Tag>} <strong>{edit.by}</strong>{' '}
        <span className="muted">{shortInstant(edit.at)}</span>
      </p>
      <ul>
        {edit.words.map((words, index) => (
          <li key={index}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
