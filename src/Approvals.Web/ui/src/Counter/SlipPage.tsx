import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import type { CounterSlipDto } from '../api/contract';
import { slipQuery } from '../api/employers';
import { clockTime, isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { useDocumentTitle } from '../Layout/PageTitle';
import { QueryView } from '../Layout/QueryView';
import letter from '../Letter/Letter.module.css';
import styles from './Slip.module.css';

/** The slip for what a clerk took in for somebody present; the page around it does not print. */
export default function SlipPage() {
  const { t } = useTexts('employers');
  const { id = '' } = useParams();
  const slip = useQuery(slipQuery(id));
  useDocumentTitle(t('slip.title'));
  return (
    <QueryView query={slip}>
      {(found) => (
        <>
          <div className={`${letter.bar} no-print`}>
            <Link to="/work/counter">{t('slip.back')}</Link>
            <Button type="primary" icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
              {t('cases:print')}
            </Button>
          </div>
          <Slip slip={found} />
        </>
      )}
    </QueryView>
  );
}

function Slip({ slip }: { slip: CounterSlipDto }) {
  const { t } = useTexts('employers');
  return (
    <article className={letter.sheet}>
      <h1>{t('slip.title')}</h1>
      <p className={letter.number}>{slip.number}</p>
      <dl className={styles.facts}>
        <Fact label={t('counter.service')}>{slip.serviceName}</Fact>
        <Fact label={t('slip.applicant')}>{slip.applicant}</Fact>
        <Fact label={t('slip.asked')}>
          {slip.reason ? t('slip.askedWhy', { asked: slip.asked, reason: slip.reason }) : slip.asked}
        </Fact>
        <Fact label={t('slip.at')}>{`${isoDay(slip.at)} ${clockTime(slip.at)}`}</Fact>
        <Fact label={t('slip.clerk')}>{[slip.authority, slip.clerk].filter(Boolean).join(' · ')}</Fact>
        {slip.next.length > 0 && <Fact label={t('slip.next')}>{slip.next.join(t('common:listComma'))}</Fact>}
      </dl>
      <List title={t('slip.documents')} none={t('slip.noDocuments')}>
        {slip.documents.map((document) => `${document.typeName} · ${document.name}`)}
      </List>
      <List title={t('slip.fields')} none={t('slip.noFields')}>
        {slip.fields}
      </List>
      <div className={styles.sign}>
        <span>{t('slip.signApplicant')}</span>
        <span>{t('slip.signClerk')}</span>
      </div>
    </article>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function List({ title, none, children }: { title: string; none: string; children: readonly string[] }) {
  return (
    <section className={styles.list}>
      <h2>{title}</h2>
      {children.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <ol>
          {children.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
