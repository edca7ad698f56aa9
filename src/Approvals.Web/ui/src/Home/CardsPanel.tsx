import { useTexts } from '../i18n/useTexts';
import { Link } from 'react-router';
import type { CardDto } from '../api/contract';
import { CardFace } from '../Cards/CardFace';
import { CardStrip } from '../Cards/CardStrip';
import { fullDay } from '../i18n/dates';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';

export function CardsPanel({ cards }: { cards: CardDto[] }) {
  const { t } = useTexts('home');
  const renewal = cards.map((card) => card.renewFrom).find((day) => day != null);
  return (
    <Panel title={t('cards.title')} extra={cards.length > 0 && <Link to="/cards">{t('cards.use')}</Link>}>
      {cards.length === 0 ? (
        <EmptyState title={t('cards.none')}>{t('cards.noneText')}</EmptyState>
      ) : (
        cards.map((card, index) =>
          index === 0 ? <CardFace key={card.id} card={card} /> : <CardStrip key={card.id} card={card} />,
        )
      )}
      {renewal && (
        <p className="muted small" style={{ marginTop: 12 }}>
          {t('cards.renew', { day: fullDay(renewal) })}
        </p>
      )}
    </Panel>
  );
}
