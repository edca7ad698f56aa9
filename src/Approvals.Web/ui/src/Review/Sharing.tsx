import { CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled, UserOutlined } from '@ant-design/icons';
import type { SharingDto } from '../api/contract';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { Tag } from '../Layout/Tag';
import styles from './Review.module.css';

type Signing = NonNullable<SharingDto['signing']>;

/** Who else takes part: what one is asked, what somebody prepared, who must sign, which opinions came in, why the clock stands. */
export function Sharing({ sharing }: { sharing: SharingDto }) {
  const { t } = useTexts('review');
  const { question, delegation, clock, asked, signing } = sharing;
  return (
    <>
      {clock && (
        <p className={styles.standing} role="status">
          <ClockCircleOutlined aria-hidden="true" />{' '}
          {t('clock', { name: clock.by, at: shortInstant(clock.since), reason: clock.reason ?? '' })}
        </p>
      )}
      {question && (
        <Panel dense title={t('question', { name: question.by })}>
          <p className={styles.asked}>{question.text}</p>
        </Panel>
      )}
      {delegation && (
        <Panel dense title={t('delegation.title')}>
          <p>
            {t(delegation.proposed ? 'delegation.back' : 'delegation.out', { by: delegation.by, to: delegation.to })}
          </p>
          {delegation.note && <p className="muted">{t('delegation.note', { note: delegation.note })}</p>}
          {delegation.proposed && (
            <p className={styles.asked}>
              <Tag tone="info">{t('delegation.proposes', { outcome: delegation.proposed })}</Tag> {delegation.opinion}
            </p>
          )}
        </Panel>
      )}
      {asked.length > 0 && (
        <Panel dense title={t('opinions', { count: asked.length })}>
          <ul className={styles.objections}>
            {asked.map((one) => (
              <li key={`${one.of} ${one.at}`}>
                <p className="muted">
                  {one.of} · {shortInstant(one.at)} {one.text === null && <Tag tone="warn">{t('awaited')}</Tag>}
                </p>
                <p>{one.question}</p>
                {one.text !== null && <p className={styles.asked}>{one.text}</p>}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {signing && (signing.mode !== 'AnyOf' || signing.people.length > 1) && <Signers signing={signing} />}
    </>
  );
}

function Signers({ signing }: { signing: Signing }) {
  const { t } = useTexts('review');
  return (
    <Panel dense title={t('signing.title')}>
      <p>{signing.text}</p>
      <ol className={styles.signers}>
        {signing.people.map((person, index) => (
          <li key={`${person.name} ${index}`}>
            <Mark status={person.status} />
            <span>{person.me ? t('signing.me', { name: person.name }) : person.name}</span>
            <span className="muted">
              {t(`signing.${person.status}`)}
              {person.note && ` · ${person.note}`}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Mark({ status }: { status: Signing['people'][number]['status'] }) {
  switch (status) {
    case 'approved':
      return <CheckCircleFilled className={styles.met} aria-hidden="true" />;
    case 'rejected':
      return <CloseCircleFilled className={styles.unmet} aria-hidden="true" />;
    case 'current':
      return <UserOutlined className={styles.having} aria-hidden="true" />;
    default:
      return <ClockCircleOutlined className="muted" aria-hidden="true" />;
  }
}
