import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { identifyMe, meQuery } from '../api/session';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import styles from './Account.module.css';
import { documentKinds, withoutBirth, type DocumentKind } from './documentKinds';
import { TextEntry } from './TextEntry';
import { useEntries } from './useEntries';

/** Who registered enters an identity document once; applications are filled in from it. */
export function IdentityPanel() {
  const { t } = useTexts('account');
  const client = useQueryClient();
  const id = useId();
  const [kind, setKind] = useState<DocumentKind>('resident-id');
  const asksBirth = withoutBirth.includes(kind);
  const save = useMutation({
    mutationFn: identifyMe,
    onSuccess: (found) => client.setQueryData(meQuery.queryKey, found),
  });
  const { values, entry, placed } = useEntries(['number', 'birthDate'] as const, save.error);
  return (
    <Panel title={t('identity.title')}>
      <form
        className={styles.identity}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ kind, number: values.number.trim(), birthDate: (asksBirth && values.birthDate) || null });
        }}
      >
        <p className="muted">{t('identity.text')}</p>
        {save.error && !placed && <ProblemAlert error={save.error} />}
        <div className={styles.field}>
          <label htmlFor={id}>{t('identity.kind')}</label>
          <Select
            id={id}
            size="large"
            style={{ width: '100%' }}
            value={kind}
            options={documentKinds.map((value) => ({ value, label: t(`identity.kinds.${value}`) }))}
            onChange={setKind}
          />
        </div>
        <TextEntry label={t('identity.number')} autoComplete="off" maxLength={20} {...entry('number')} />
        {asksBirth && <TextEntry label={t('identity.birthDate')} type="date" {...entry('birthDate')} />}
        <Button htmlType="submit" loading={save.isPending}>
          {t('identity.save')}
        </Button>
      </form>
    </Panel>
  );
}
