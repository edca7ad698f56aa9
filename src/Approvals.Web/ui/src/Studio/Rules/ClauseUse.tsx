import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ClauseUseDto } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { Tag } from '../../Layout/Tag';
import { addressOf } from '../addressOf';
import { useDraft } from '../Shell/DraftContext';
import styles from './Rules.module.css';

interface Props {
  use: ClauseUseDto;
  /** It is there no more: nothing to go to. */
  gone?: boolean;
  children?: ReactNode;
}

/** A place that rests on a clause: what it is, by its name, its words, and the way to it. */
export function ClauseUse({ use, gone, children }: Props) {
  const { t } = useTexts('designers');
  const { draft } = useDraft();
  const { area, file, place, decision, owner, row } = use;
  const named = [owner, row !== null && t('clauses.row', { row })].filter(Boolean).join(' · ');
  return (
    <>
      <Tag>{t(`clauses.areas.${area}`)}</Tag> {children} {named !== '' && <strong>{named}</strong>} {use.text}
      <span className={styles.use}>
        <code>{[file, place].filter(Boolean).join(' · ')}</code>{' '}
        {!gone && (
          <Link to={addressOf(draft.id, { file, place, decision, activity: area === 'step' ? place : null })}>
            {t('clauses.go')}
          </Link>
        )}
      </span>
    </>
  );
}
