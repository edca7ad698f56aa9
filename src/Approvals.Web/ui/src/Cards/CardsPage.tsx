import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { cardsQuery } from '../api/applicant';
import type { CardDto } from '../api/contract';
import { fullDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { CardFace } from './CardFace';
import styles from './Cards.module.css';

export default function CardsPage() {
  const { t } = useTexts('cards');
  const cards = useQuery(cardsQuery);
  return (
    <>
      <PageTitle
        title={t('title')}
        below={t('text')}
        extra={
          <>
            <Link to="/family">{t('shell:family')}</Link> <Link to="/bookings">{t('shell:bookings')}</Link>
          </>
        }
      />
      <QueryView query={cards}>
        {(found) =>
          found.length === 0 ? (
            <Panel>
              <EmptyState title={t('none')} actions={<Link to="/services">{t('apply')}</Link>}>
                {t('noneText')}
              </EmptyState>
            </Panel>
          ) : (
            <div className={styles.list}>
              {found.map((card) => (
                <Panel key={card.id}>
                  <div className={styles.row}>
                    <CardFace card={card} />
                    <div>
                      <h2>{t('items')}</h2>
                      <ul className={styles.items}>
                        {card.items.map((item) => (
                          <li key={item.name}>
                            {item.name}
                            <span className="muted"> {[item.note, item.condition].filter(Boolean).join(' · ')}</span>
                          </li>
                        ))}
                      </ul>
                      <Renewal card={card} />
                      <a href={card.verifyUrl}>{t('verifyLink')}</a>
                    </div>
                  </div>
                </Panel>
              ))}
            </div>
          )
        }
      </QueryView>
    </>
  );
}

/** From when it may be renewed, the way to do so, or the case that does. */
function Renewal({ card }: { card: CardDto }) {
  const { t } = useTexts('cards');
  if (card.renewalCase) {
    return (
      <p>
        <Link to={`/cases/${card.renewalCase}`}>{t('renewal')}</Link>
      </p>
    );
  }
  if (card.renewWith) {
    return (
      <p>
        <Link to={`/services/${card.renewWith}`}>{t('renew')}</Link>{' '}
        {card.renewBy && <span className="muted">{t('renewBy', { day: fullDay(card.renewBy) })}</span>}
      </p>
    );
  }
  return card.renewFrom && <p className="muted">{t('renewFrom', { day: fullDay(card.renewFrom) })}</p>;
}
