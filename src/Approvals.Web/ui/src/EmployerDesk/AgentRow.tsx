import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { MandateDto } from '../api/contract';
import { documentUrl } from '../api/documents';
import { decideMandate } from '../api/employers';
import { messageOf } from '../api/problem';
import styles from '../Employers/Employers.module.css';
import { RevokeMandate } from '../Employers/RevokeMandate';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { ReasonDialog } from '../Layout/ReasonDialog';
import { Tag } from '../Layout/Tag';

/** An agent of an employer with the proofs; the officer grants, refuses, or later revokes. */
export function AgentRow({ mandate, again }: { mandate: MandateDto; again: () => unknown }) {
  const { t } = useTexts('employers');
  const [refusing, setRefusing] = useState(false);
  const to = mandate.to ? isoDay(mandate.to) : t('noEnd');
  return (
    <li className={styles.row}>
      <div>
        <p>
          <strong>{mandate.agentName}</strong>{' '}
          <Tag tone={mandate.state === 'inForce' ? 'ok' : mandate.state === 'asked' ? 'warn' : 'plain'}>
            {t(`state.${mandate.state}`)}
          </Tag>
        </p>
        <p className="muted">
          {[t('range', { from: isoDay(mandate.from), to }), mandate.reason].filter(Boolean).join(' · ')}
        </p>
        <p>
          {(['powerOfAttorney', 'registration'] as const)
            .filter(
              (type) =>
                mandate[type] !== null ||
                (mandate.state === 'asked' && (type === 'powerOfAttorney' || !mandate.employerVerified)),
            )
            .map((type) => (
              <span key={type}>
                {mandate[type] ? (
                  <a href={documentUrl(mandate[type])} target="_blank" rel="noreferrer">
                    {t(type)}
                  </a>
                ) : (
                  <span className="muted">
                    {t(type)}: {t('desk.missing')}
                  </span>
                )}{' '}
              </span>
            ))}
        </p>
      </div>
      <div className={styles.buttons}>
        {mandate.state === 'asked' ? (
          <Decide mandate={mandate} again={again} refuse={() => setRefusing(true)} />
        ) : (
          mandate.mayRevoke && <RevokeMandate id={mandate.id} done={again} />
        )}
      </div>
      {refusing && (
        <ReasonDialog
          title={t('desk.refuse')}
          label={t('reason')}
          ok={t('desk.refuse')}
          danger
          send={(reason) => decideMandate(mandate.id, false, mandate.etag, reason)}
          done={t('desk.refused')}
          again={again}
          close={() => setRefusing(false)}
        />
      )}
    </li>
  );
}

interface DecideProps {
  mandate: MandateDto;
  again: () => unknown;
  refuse: () => void;
}

function Decide({ mandate, again, refuse }: DecideProps) {
  const { t } = useTexts('employers');
  const { message } = App.useApp();
  const grant = useMutation({
    mutationFn: () => decideMandate(mandate.id, true, mandate.etag, null),
    onSuccess: () => message.success(t('desk.granted')),
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
    onSettled: again,
  });
  return (
    <>
      <Button type="primary" loading={grant.isPending} onClick={() => grant.mutate()}>
        {t('desk.grant')}
      </Button>
      <Button onClick={refuse}>{t('desk.refuse')}</Button>
    </>
  );
}
