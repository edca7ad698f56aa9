import { Modal } from 'antd';
import { useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import type { CardDto } from '../api/contract';
import { SvgImage } from '../Layout/SvgImage';
import styles from './CardFace.module.css';

/** A card as one would hold it; the code opens large and bright for a verifier to scan. */
export function CardFace({ card }: { card: CardDto }) {
  const { t } = useTexts('cards');
  const [large, setLarge] = useState(false);
  const valid = card.status === 'valid';
  const validity =
    card.validTo === null
      ? t('validSince', { from: card.validFrom })
      : t('validBetween', { from: card.validFrom, to: card.validTo });
  return (
    <article className={`${styles.card} ${valid ? '' : styles.grey}`}>
      <header className={styles.head}>
        <h3>{card.name}</h3>
        <span className={styles.status}>{card.statusName}</span>
      </header>
      <div className={styles.body}>
        <dl>
          <div className={styles.pair}>
            {card.level && (
              <div>
                <dt>{t('level')}</dt>
                <dd className={styles.level}>{card.level}</dd>
              </div>
            )}
            <div>
              <dt>{t('holder')}</dt>
              <dd className={styles.holder}>{card.holder}</dd>
            </div>
          </div>
          <dt>{t('number')}</dt>
          <dd>{card.number}</dd>
          <dt>{t('validity')}</dt>
          <dd>{validity}</dd>
        </dl>
        {valid && (
          <button type="button" className={styles.qr} onClick={() => setLarge(true)}>
            <SvgImage svg={card.qrSvg} label={t('qr', { name: card.name })} />
            <span>{t('enlarge')}</span>
          </button>
        )}
      </div>
      {card.reason && <p className={styles.reason}>{card.reason}</p>}
      <Modal
        open={large}
        onCancel={() => setLarge(false)}
        footer={null}
        width="min(92vw, 520px)"
        centered
        title={`${card.name} · ${card.number}`}
      >
        <SvgImage svg={card.qrSvg} label={t('qr', { name: card.name })} className={styles.large} />
        <p className={styles.scan}>{t('scan')}</p>
      </Modal>
    </article>
  );
}
