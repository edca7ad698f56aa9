import { Modal } from 'antd';
import { useState } from 'react';
import { type Texts, useTexts } from '../i18n/useTexts';
import type { CardDto } from '../api/contract';
import { SvgImage } from '../Layout/SvgImage';
import styles from './CardFace.module.css';

/** A card as one would hold it; the code opens large and bright for a verifier to scan. */
export function CardFace({ card }: { card: CardDto }) {
  const { t } = useTexts('cards');
  const [large, setLarge] = useState(false);
  const valid = card.status === 'valid';
  return (
    <article className={`${styles.card} ${valid ? '' : styles.grey}`}>
      <header className={styles.head}>
        <h3>{card.name}</h3>
        <span className={styles.status}>{card.statusName}</span>
      </header>
      <div className={styles.body}>
        <dl>
          {card.level && <Fact name={t('level')} value={card.level} className={styles.level} />}
          <Fact name={t('holder')} value={card.holder} className={styles.holder} />
          <Fact name={t('number')} value={card.number} className={styles.whole} />
          <Fact name={t('validity')} value={validityOf(card, t)} className={styles.whole} />
        </dl>
        {valid && (
          <button type="button" className={styles.qr} onClick={() => setLarge(true)}>
            <SvgImage svg={card.qrSvg} label={t('qr', { name: card.name })} />
            <span>{t('enlarge')}</span>
          </button>
        )}
      </div>
      {card.reason && <p className={styles.reason}>{card.reason}</p>}
      <LargeCode card={card} open={large} close={() => setLarge(false)} />
    </article>
  );
}

function Fact({ name, value, className }: { name: string; value: string; className?: string }) {
  return (
    <div className={className}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The code alone, large and on white, for a verifier to scan. */
export function LargeCode({ card, open, close }: { card: CardDto; open: boolean; close: () => void }) {
  const { t } = useTexts('cards');
  return (
    <Modal
      open={open}
      onCancel={close}
      footer={null}
      width="min(92vw, 520px)"
      centered
      title={`${card.name} · ${card.number}`}
    >
      <SvgImage svg={card.qrSvg} label={t('qr', { name: card.name })} className={styles.large} />
      <p className={styles.scan}>{t('scan')}</p>
    </Modal>
  );
}

export function validityOf({ validFrom, validTo }: CardDto, t: Texts<'cards'>): string {
  return validTo === null ? t('validSince', { from: validFrom }) : t('validBetween', { from: validFrom, to: validTo });
}
