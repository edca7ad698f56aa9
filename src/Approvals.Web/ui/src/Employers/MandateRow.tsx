import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { MandateDto } from '../api/contract';
import { handInProof, mandatesQuery } from '../api/employers';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Tag, type Tone } from '../Layout/Tag';
import styles from './Employers.module.css';
import { HandIn } from './HandIn';
import { RevokeMandate } from './RevokeMandate';

const tones: Record<MandateDto['state'], Tone> = {
  asked: 'info',
  coming: 'info',
  inForce: 'ok',
  ended: 'plain',
  refused: 'error',
  revoked: 'plain',
};

/** One mandate: where it stands, what is still to be handed in, and where to go on. */
export function MandateRow({ mandate, own }: { mandate: MandateDto; own: boolean }) {
  const { t } = useTexts('employers');
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: mandatesQuery.queryKey });
  const to = mandate.to ? isoDay(mandate.to) : t('noEnd');
  return (
    <li className={styles.row}>
      <div>
        <p>
          <strong>{own ? mandate.employerName : `${mandate.agentName} · ${mandate.employerName}`}</strong>{' '}
          <Tag tone={tones[mandate.state]}>{t(`state.${mandate.state}`)}</Tag>{' '}
          {own && mandate.state === 'asked' && (
            <Tag tone={mandate.employerVerified ? 'ok' : 'warn'}>
              {t(mandate.employerVerified ? 'verified' : 'unverified')}
            </Tag>
          )}
        </p>
        <p className="muted">
          {[mandate.uscc, mandate.regionName, t('range', { from: isoDay(mandate.from), to })]
            .concat(mandate.reason ? [mandate.reason] : [])
            .join(' · ')}
        </p>
        {own && mandate.state === 'asked' && (
          <div className={styles.buttons}>
            {(['powerOfAttorney', 'registration'] as const)
              .filter((type) => type === 'powerOfAttorney' || !mandate.employerVerified)
              .map((type) => (
                <HandIn
                  key={type}
                  send={(file) => handInProof(mandate.id, type, file)}
                  what={t(type)}
                  given={mandate[type] !== null}
                  done={changed}
                />
              ))}
          </div>
        )}
      </div>
      <div className={styles.buttons}>
        {own && mandate.state === 'inForce' && <Link to={`/employers/${mandate.employer}`}>{t('open')}</Link>}
        {mandate.mayRevoke && <RevokeMandate id={mandate.id} done={changed} />}
      </div>
    </li>
  );
}
