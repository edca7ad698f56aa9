import { useQuery } from '@tanstack/react-query';
import { clauseChangesQuery } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { useDraft } from '../Shell/DraftContext';

/** Whether a line of the check list is met. */
export type Mark = 'ok' | 'bad' | 'open';

/** The line about changed clauses: how many places that rest on them nobody changed yet, and where they are listed. */
export function useClauseLine(): [string, Mark, string, string?] {
  const { t } = useTexts('publishing');
  const { draft, revision } = useDraft();
  const { data } = useQuery(clauseChangesQuery(draft.id, revision));
  if (data === undefined || data.clauses.length === 0) {
    return [t('clauses'), data === undefined ? 'open' : 'ok', t(data === undefined ? 'notYet' : 'clausesNone')];
  }
  return [
    t('clauses'),
    data.toLookAt > 0 ? 'open' : 'ok',
    t('clausesText', { clauses: data.clauses.length, count: data.toLookAt }),
    `/studio/${draft.id}/rules?section=clauses`,
  ];
}
