import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { letterQuery } from '../api/applicant';
import { useTexts } from '../i18n/useTexts';
import { useDocumentTitle } from '../Layout/PageTitle';
import { QueryView } from '../Layout/QueryView';
import { DeliveryPanel } from './DeliveryPanel';
import styles from './Letter.module.css';
import { LetterFoot } from './LetterFoot';

/** A letter as it is printed: the page around it does not print. */
export default function LetterPage() {
  const { t } = useTexts('cases');
  const { t: voice } = useTexts('voice');
  const { id = '' } = useParams();
  const letter = useQuery(letterQuery(id));
  useDocumentTitle(letter.data?.title ?? t('letters'));
  return (
    <QueryView query={letter}>
      {(found) => (
        <>
          <div className={`${styles.bar} no-print`}>
            <Button onClick={() => window.history.back()}>{t('common:back')}</Button>
            {found.pdf && (
              <Button href={`/api/letters/${found.id}/pdf`} icon={<DownloadOutlined aria-hidden="true" />}>
                {voice('letter.pdf')}
              </Button>
            )}
            <Button type="primary" icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
              {t('print')}
            </Button>
          </div>
          <article className={styles.sheet}>
            {!found.html.includes('<h1') && <Heading title={found.title} number={found.number} />}
            <div className={`prose ${styles.body}`} dangerouslySetInnerHTML={{ __html: found.html }} />
            <LetterFoot letter={found} />
          </article>
          <DeliveryPanel letter={found} />
        </>
      )}
    </QueryView>
  );
}

/** For a letter that does not name itself. */
function Heading({ title, number }: { title: string; number: string | null }) {
  return (
    <>
      <h1>{title}</h1>
      {number && <p className={styles.number}>{number}</p>}
    </>
  );
}
