import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { WebhooksDto } from '../api/contract';
import { makeWebhook, webhooksQuery } from '../api/programs';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { SecretDialog } from './SecretDialog';
import { eventText } from './words';
import styles from './Programs.module.css';

/** Where a program is told, of what, and of whose cases. */
export function WebhookDialog({ choices, close }: { choices: WebhooksDto; close: () => void }) {
  const { t } = useTexts('programs');
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('https://');
  const [events, setEvents] = useState<string[]>([...choices.events]);
  const [organisation, setOrganisation] = useState<string>();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const make = useMutation({
    mutationFn: () => makeWebhook({ name: name.trim(), url: url.trim(), events, organisation, idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  });
  if (make.data) {
    return (
      <SecretDialog title={t('webhookMade')} text={t('webhookMadeText')} secret={make.data.secret} close={close} />
    );
  }

  return (
    <Modal
      open
      title={t('addWebhook')}
      okText={t('addWebhook')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: name.trim() === '' || url.trim().length < 9 || events.length === 0 }}
      confirmLoading={make.isPending}
      onOk={() => make.mutate()}
      onCancel={close}
    >
      {make.error && <ProblemAlert error={make.error} />}
      <Entry label={t('name')} hint={t('nameHint')}>
        {(id) => <Input id={id} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}
      </Entry>
      <Entry label={t('url')} hint={t('urlHint')}>
        {(id) => <Input id={id} value={url} maxLength={500} onChange={(event) => setUrl(event.target.value)} />}
      </Entry>
      <fieldset className={styles.choices}>
        <legend>{t('events')}</legend>
        <Checkbox.Group
          value={events}
          onChange={setEvents}
          options={choices.events.map((event) => ({ value: event, label: t(eventText(event)) }))}
        />
      </fieldset>
      {choices.organisations.length > 0 && (
        <Entry label={`${t('organisation')}${t('common:optional')}`}>
          {(id) => (
            <Select
              id={id}
              allowClear
              value={organisation}
              placeholder={t('ownCases')}
              options={[...choices.organisations]}
              onChange={setOrganisation}
            />
          )}
        </Entry>
      )}
    </Modal>
  );
}
