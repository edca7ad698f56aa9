import type { MovePreviewDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';

/** What a move would do. */
export function MovePreview({ preview }: { preview: MovePreviewDto }) {
  const { t } = useTexts('admin');
  const names = (tasks: MovePreviewDto['opens']) =>
    tasks.map(({ name, who }) => (who ? `${name}（${who}）` : name)).join('、') || t('move.nothing');
  return (
    <dl aria-live="polite">
      <dt className="muted">{t('move.closes')}</dt>
      <dd>{names(preview.closes)}</dd>
      <dt className="muted">{t('move.opens')}</dt>
      <dd>{names(preview.opens)}</dd>
      <dt className="muted">{t('move.waits')}</dt>
      <dd>{preview.waits.join('、') || t('move.nothing')}</dd>
      {preview.sends > 0 && <dd>{t('move.sends', { count: preview.sends })}</dd>}
      {preview.incidents.length > 0 && (
        <>
          <dt className="muted">{t('move.incidents')}</dt>
          <dd>{preview.incidents.join('；')}</dd>
        </>
      )}
      <dd>
        {preview.canEnd === true
          ? t('move.canEnd')
          : preview.canEnd === false
            ? t('move.cannotEnd')
            : t('move.unknown')}
      </dd>
    </dl>
  );
}
