import { Button } from 'antd';
import { useState } from 'react';
import type { CardDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';
import { LargeCode, validityOf } from './CardFace';
import styles from './CardFace.module.css';

/** A further card in one line. */
export function CardStrip({ card }: { card: CardDto }) {
  const { t } = useTexts('cards');
  const [large, setLarge] = useState(false);
  const valid = card.status === 'valid';
  return (
    <div className={`${styles.strip} ${valid ? '' : styles.inactive}`}>
      <div>
        <strong>{card.name}</strong> <Tag tone={valid ? 'ok' : 'plain'}>{card.statusName}</Tag>
        <p className="muted small">{card.reason ?? validityOf(card, t)}</p>
      </div>
      {valid && <Button onClick={() => setLarge(true)}>{t('show')}</Button>}
      <LargeCode card={card} open={large} close={() => setLarge(false)} />
    </div>
  );
}
