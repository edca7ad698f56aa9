import type { LetterDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { SvgImage } from '../Layout/SvgImage';
import styles from './Letter.module.css';

/** Who issued it, when, with the seal, and the code by which anybody checks it. */
export function LetterFoot({ letter }: { letter: LetterDto }) {
  const { t } = useTexts('voice');
  return (
    <div className={styles.foot}>
      <div className={styles.qr}>
        <SvgImage svg={letter.qrSvg} label={t('letter.scan')} />
        <div>{t('letter.scan')}</div>
      </div>
      <div className={styles.issued}>
        {letter.authority && (
          <div className={styles.seal} aria-hidden="true">
            <SvgImage svg={letter.sealSvg} label="" />
          </div>
        )}
        <div>{letter.authority}</div>
        <div>{letter.issuedOn}</div>
      </div>
    </div>
  );
}
