import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { PlaceHistory } from '../Allotment/PlaceHistory';
import { placesQuery } from '../api/allotment';
import type { WaitingOfferDto, WaitingPlaceDto } from '../api/contract';
import styles from '../Allotment/Allotment.module.css';
import { clockTime, fullDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag } from '../Layout/Tag';
import { OfferAnswerDialog } from './OfferAnswerDialog';

/** One's place in a waiting list, the reason of each change, and an offer to answer. */
export function PlacePanel({ caseId }: { caseId: string }) {
  const places = useQuery(placesQuery(caseId));
  return (
    <QueryView query={places} panels={1}>
      {(found) =>
        found.map((place, index) => (
          <Place key={place.entry.id} id={index === 0 ? 'waiting' : place.entry.id} place={place} caseId={caseId} />
        ))
      }
    </QueryView>
  );
}

function Place({ id, place, caseId }: { id: string; place: WaitingPlaceDto; caseId: string }) {
  const { t } = useTexts('allotment');
  const { entry, history } = place;
  return (
    <Panel id={id} title={entry.listName} extra={<Tag tone="info">{t(`entryState.${entry.state}`)}</Tag>}>
      {entry.place !== null && (
        <p className={styles.mine}>
          <span>{t('mine.place')}</span> <strong>{entry.place}</strong>
        </p>
      )}
      {entry.offer?.state === 'open' && <OpenOffer offer={entry.offer} caseId={caseId} />}
      <p className="muted">{t('mine.changes')}</p>
      <PlaceHistory history={history} />
    </Panel>
  );
}

function OpenOffer({ offer, caseId }: { offer: WaitingOfferDto; caseId: string }) {
  const { t } = useTexts('allotment');
  const [accepting, setAccepting] = useState<boolean>();
  return (
    <div className={styles.offer}>
      <p>
        <strong>{t('mine.offered')}</strong>
      </p>
      {offer.what && <p>{offer.what}</p>}
      {offer.dueAt && (
        <p className="muted">{t('mine.until', { at: `${fullDay(offer.dueAt)} ${clockTime(offer.dueAt)}` })}</p>
      )}
      <Costs offer={offer} />
      {offer.mayAnswer && (
        <div className={styles.buttons}>
          <Button type="primary" onClick={() => setAccepting(true)}>
            {t('mine.accept')}
          </Button>
          <Button onClick={() => setAccepting(false)}>{t('mine.refuse')}</Button>
        </div>
      )}
      {accepting !== undefined && (
        <OfferAnswerDialog offer={offer} caseId={caseId} accepting={accepting} close={() => setAccepting(undefined)} />
      )}
    </div>
  );
}

function Costs({ offer }: { offer: WaitingOfferDto }) {
  const { t } = useTexts('allotment');
  return (
    <ul className={styles.cost}>
      <li>{t('mine.ifAccepted')}</li>
      {offer.ifRefused !== null && <li>{t(`mine.ifRefused.${offer.ifRefused}`)}</li>}
      {offer.ifLapsed !== null && <li>{t(`mine.ifLapsed.${offer.ifLapsed}`)}</li>}
    </ul>
  );
}
