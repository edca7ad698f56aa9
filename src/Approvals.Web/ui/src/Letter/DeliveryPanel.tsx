import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { LetterDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { pickUpLetter } from '../api/voice';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { Tag, type Tone } from '../Layout/Tag';
import people from '../People/People.module.css';
import styles from './Letter.module.css';

const tones: Record<LetterDto['deliveries'][number]['status'], Tone> = {
  waiting: 'plain',
  ready: 'info',
  accepted: 'ok',
  received: 'ok',
  failed: 'error',
};

/** How the letter reached its recipient, with what proves it; the counter records a pick-up here. */
export function DeliveryPanel({ letter }: { letter: LetterDto }) {
  const { t } = useTexts('voice');
  const { message } = App.useApp();
  const client = useQueryClient();
  const hand = useMutation({
    mutationFn: (by: string) => pickUpLetter(letter.id, by),
    onSuccess: () => {
      message.success(t('letter.pickedUp'));
      return client.invalidateQueries({ queryKey: ['letters', letter.id] });
    },
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  const open = !letter.deliveries.some((way) => way.channel === 'counter' && way.status === 'received');
  return (
    <div className={`${styles.delivery} no-print`}>
      <Panel id="delivery" title={t('letter.delivery')} flush>
        <ul>
          {letter.deliveries.map((way) => (
            <li key={way.channel} className={people.role}>
              <span>
                {way.channelName} <Tag tone={tones[way.status]}>{way.statusName}</Tag>
              </span>
              <span className="muted">
                {[way.receivedBy, way.at && shortInstant(way.at)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        {letter.mayHandOver && open && (
          <p className={people.pages}>
            <Button loading={hand.isPending} onClick={() => hand.mutate(t('letter.inPerson'))}>
              {t('letter.pickUp')} · {t('letter.inPerson')}
            </Button>
            <Button loading={hand.isPending} onClick={() => hand.mutate(t('letter.agent'))}>
              {t('letter.pickUp')} · {t('letter.agent')}
            </Button>
          </p>
        )}
      </Panel>
    </div>
  );
}
