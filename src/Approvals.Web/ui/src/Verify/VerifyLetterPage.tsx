import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { VerifiedLetterDto } from '../api/contract';
import { Problem } from '../api/problem';
import { verifyLetterQuery } from '../api/voice';
import styles from '../Cards/Cards.module.css';
import { clockTime, isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { useDocumentTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';

/** What anybody who scans a printed letter learns, to compare with the paper. */
export default function VerifyLetterPage() {
  const { t } = useTexts('voice');
  const { token = '' } = useParams();
  const found = useQuery(verifyLetterQuery(token));
  useDocumentTitle(t('letter.verify'));
  const unknown = found.error instanceof Problem && !found.error.passing && found.error.status !== 429;
  return (
    <div className={styles.narrow}>
      <h1 className="visually-hidden">{t('letter.verify')}</h1>
      <Panel title={t('letter.verify')}>
        {unknown ? (
          <EmptyState title={t('letter.unknown')}>{t('letter.unknownText')}</EmptyState>
        ) : (
          <QueryView query={found} panels={1}>
            {(letter) => <Facts letter={letter} />}
          </QueryView>
        )}
      </Panel>
    </div>
  );
}

function Facts({ letter }: { letter: VerifiedLetterDto }) {
  const { t } = useTexts('voice');
  const Icon = letter.genuine ? CheckCircleFilled : CloseCircleFilled;
  const facts: [string, string][] = [
    [t('letter.title'), letter.title],
    [t('letter.authority'), letter.authority],
    [t('letter.service'), letter.serviceName],
    [t('letter.number'), letter.caseNumber],
    [t('letter.holder'), letter.holderMasked],
    [t('letter.issued'), letter.issuedOn],
    ...letter.granted.map((card): [string, string] => [
      t('letter.granted'),
      [card.name, card.level, card.statusName].filter(Boolean).join(' · '),
    ]),
  ];
  return (
    <>
      <p className={`${styles.status} ${letter.genuine ? styles.good : styles.bad}`}>
        <Icon aria-hidden="true" /> {letter.statusName}
      </p>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={`${name} ${value}`} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p className="muted small" style={{ marginTop: 16 }}>
        {t('letter.checkedAt', { at: `${isoDay(letter.checkedAt)} ${clockTime(letter.checkedAt)}` })}
      </p>
    </>
  );
}
