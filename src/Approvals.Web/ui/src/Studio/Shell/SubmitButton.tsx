import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { versionsQuery } from '../../api/policy';
import { forkDraft } from '../../api/studio';
import { useSession } from '../../App/useSession';
import { useTexts } from '../../i18n/useTexts';
import { ConfirmDialog } from '../../PolicyPackages/ConfirmDialog';
import { useDraft } from './DraftContext';

/** The one way on: a draft is handed over, of any other version a new draft is begun. */
export function SubmitButton({ errors }: { errors: number }) {
  const { t } = useTexts('studio');
  const { draft } = useDraft();
  const { areas } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { tab } = useParams();
  const [asking, setAsking] = useState(false);
  if (!areas.includes('drafting')) {
    return null;
  }
  if (draft.state === 'draft') {
    // On the page of publication the panel itself has the button: one main act a screen.
    return tab === 'publish' ? null : (
      <Button
        type="primary"
        disabled={errors > 0}
        title={errors > 0 ? t('submitBlocked', { count: errors }) : undefined}
        onClick={() => void navigate(`/studio/${draft.id}/publish#proposal`)}
      >
        {t('submit')}
      </Button>
    );
  }
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t('newDraft')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('newDraft')}
          text={t('newDraftText', { number: draft.number })}
          act={async () => {
            const begun = await forkDraft(draft.id);
            return navigate(`/studio/${begun.id}/overview`);
          }}
          done={() => client.invalidateQueries({ queryKey: versionsQuery.queryKey })}
          close={() => setAsking(false)}
        />
      )}
    </>
  );
}
