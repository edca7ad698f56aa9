import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { submitVersion, versionsQuery } from '../../api/policy';
import type { ServiceVersionDto } from '../../api/contract';
import { draftQuery, forkDraft } from '../../api/studio';
import { useSession } from '../../App/useSession';
import { useTexts } from '../../i18n/useTexts';
import { ConfirmDialog } from '../../PolicyPackages/ConfirmDialog';
import { useDraft } from './DraftContext';

/** The one way on: a draft is handed over, of any other version a new draft is begun. */
export function SubmitButton({ version, errors }: { version: ServiceVersionDto | undefined; errors: number }) {
  const { t } = useTexts('studio');
  const { draft } = useDraft();
  const { areas } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  if (!areas.includes('drafting')) {
    return null;
  }
  const begins = draft.state !== 'draft';
  return (
    <>
      <Button
        type="primary"
        disabled={!begins && (errors > 0 || version?.acts.includes('submit') !== true)}
        title={!begins && errors > 0 ? t('submitBlocked', { count: errors }) : undefined}
        onClick={() => setAsking(true)}
      >
        {t(begins ? 'newDraft' : 'submit')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t(begins ? 'newDraft' : 'submit')}
          text={t(begins ? 'newDraftText' : 'submitText', { number: draft.number })}
          act={async () => {
            if (!begins) {
              return submitVersion(draft.id);
            }
            const begun = await forkDraft(draft.id);
            return navigate(`/studio/${begun.id}/overview`);
          }}
          done={() =>
            Promise.all([
              client.invalidateQueries({ queryKey: versionsQuery.queryKey }),
              client.invalidateQueries({ queryKey: draftQuery(draft.id).queryKey }),
            ])
          }
          close={() => setAsking(false)}
        />
      )}
    </>
  );
}
