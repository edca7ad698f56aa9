import type { DrawDto, SeatState } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { Tag, type Tone } from '../Layout/Tag';
import styles from './Draw.module.css';

const tones: Record<SeatState, Tone> = { seated: 'ok', invited: 'info', steppedAside: 'warn', noAnswer: 'plain' };

/** Who was drawn, and what became of each seat. */
export function MemberList({ draw }: { draw: DrawDto }) {
  const { t } = useTexts('draw');
  const { number, minimum, vacant } = draw;
  return (
    <>
      <p className={`${styles.terms} muted`}>
        {t('terms', { field: draw.fieldName ?? t('fieldAll'), number, minimum })}{' '}
        {draw.isConvened ? (
          <Tag tone="ok">{t('convened')}</Tag>
        ) : (
          <Tag tone={vacant > 0 ? 'warn' : 'ok'}>{vacant > 0 ? t('vacant', { count: vacant }) : t('full')}</Tag>
        )}
      </p>
      {draw.members.length === 0 && <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>}
      <ul>
        {draw.members.map((member) => (
          <li key={member.user} className={styles.person}>
            <span>
              <strong>{member.name}</strong>{' '}
              {member.reason && <span className="muted small">{t('reasonWas', { reason: member.reason })}</span>}
            </span>
            <Tag tone={tones[member.state]}>{t(`state.${member.state}`)}</Tag>
          </li>
        ))}
      </ul>
    </>
  );
}
