import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { verifyQuery } from '../api/applicant';
import type { VerifyDto } from '../api/contract';
import { Problem } from '../api/problem';
import styles from '../Cards/Cards.module.css';
import { isoDay, clockTime } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { useDocumentTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';

/** What anybody who scans a card learns: that it holds or not, and no more than needed. */
export default function VerifyPage() {
  const { t } = useTexts('cards');
  const { token = '' } = useParams();
  const found = useQuery(verifyQuery(token));
  useDocumentTitle(t('verify.title'));
  const unknown = found.error instanceof Problem && !found.error.passing && found.error.status !== 429;
  return (
    <div className={styles.narrow}>
      <h1 className="visually-hidden">{t('verify.title')}</h1>
      <Panel title={t('verify.title')}>
        {unknown ? (
          <EmptyState title={t('verify.unknown')}>{t('verify.unknownText')}</EmptyState>
        ) : (
          <QueryView query={found} panels={1}>
            {(card) => <Facts card={card} />}
          </QueryView>
        )}
      </Panel>
    </div>
  );
}

function Facts({ card }: { card: VerifyDto }) {
  const { t } = useTexts('cards');
  const valid = card.status === 'valid';
  const Icon = valid ? CheckCircleFilled : CloseCircleFilled;
  return (
    <>
      <p className={`${styles.status} ${valid ? styles.good : styles.bad}`}>
        <Icon aria-hidden="true" /> {card.statusName}
      </p>
      <dl className={styles.facts}>
        <dt>{t('verify.kind')}</dt>
        <dd>{card.kindName}</dd>
        {card.level && (
          <>
            <dt>{t('level')}</dt>
            <dd>{card.level}</dd>
          </>
        )}
        <dt>{t('holder')}</dt>
        <dd>{card.holderMasked}</dd>
        <dt>{t('validity')}</dt>
        <dd>
          {card.validTo === null
            ? t('validSince', { from: card.validFrom })
            : t('validBetween', { from: card.validFrom, to: card.validTo })}
        </dd>
      </dl>
      <p className="muted small" style={{ marginTop: 16 }}>
        {t('verify.checkedAt', { at: `${isoDay(card.checkedAt)} ${clockTime(card.checkedAt)}` })}
      </p>
    </>
  );
}
