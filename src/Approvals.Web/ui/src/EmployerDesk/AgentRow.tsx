import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { MandateDto } from '../api/contract';
import { documentUrl } from '../api/documents';
import { decideMandate } from '../api/employers';
import { messageOf } from '../api/problem';
import styles from '../Employers/Employers.module.css';
import { RevokeMandate } from '../Employers/RevokeMandate';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { Tag } from '../Layout/Tag';

/** An agent of an employer with the proofs; the officer grants, refuses, or later revokes. */
export function AgentRow({ mandate, again }: { mandate: MandateDto; again: () => unknown }) {
  const { t } = useTexts('employers');
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
          <Decide mandate={mandate} again={again} />
        ) : (
          mandate.mayRevoke && <RevokeMandate id={mandate.id} done={again} />
        )}
      </div>
    </li>
  );
}

function Decide({ mandate, again }: { mandate: MandateDto; again: () => unknown }) {
  const { t } = useTexts('employers');
  const { message } = App.useApp();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (granted: boolean) => decideMandate(mandate.id, granted, mandate.etag, granted ? null : reason.trim()),
    onSuccess: (_, granted) => {
      message.success(t(granted ? 'desk.granted' : 'desk.refused'));
      setRefusing(false);
    },
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
    onSettled: again,
  });
  return (
    <>
      <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate(true)}>
        {t('desk.grant')}
      </Button>
      <Button onClick={() => setRefusing(true)}>{t('desk.refuse')}</Button>
      <Modal
        open={refusing}
        title={t('desk.refuse')}
        okText={t('desk.refuse')}
        cancelText={t('common:cancel')}
        okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }}
        onOk={() => decide.mutate(false)}
        onCancel={() => setRefusing(false)}
      >
        <Entry label={t('reason')}>
          {(id) => <Input id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
        </Entry>
      </Modal>
    </>
  );
}
