import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, DatePicker, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { issueKey, keysQuery } from '../api/programs';
import { confirmPassword } from '../api/session';
import { TextEntry } from '../Account/TextEntry';
import { useSession } from '../App/useSession';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { SecretDialog } from './SecretDialog';
import { scopeText } from './words';
import styles from './Programs.module.css';

const most = 366;

/** What a key is called, what it opens, until when; the password again, because whoever has the key acts as the reader. */
export function KeyDialog({ scopes, close }: { scopes: readonly string[]; close: () => void }) {
  const { t } = useTexts('programs');
  const client = useQueryClient();
  const today = dayjs(useSession().today);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [lastDay, setLastDay] = useState<Dayjs>(today.add(90, 'day'));
  const [password, setPassword] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const make = useMutation({
    mutationFn: async () => {
      await confirmPassword(password);
      return issueKey({ name: name.trim(), scopes: chosen, lastDay: lastDay.format('YYYY-MM-DD'), idempotencyKey });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
  });
  if (make.data) {
    return <SecretDialog title={t('keyMade')} text={t('keyMadeText')} secret={make.data.secret} close={close} />;
  }

  return (
    <Modal
      open
      title={t('addKey')}
      okText={t('addKey')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: name.trim() === '' || chosen.length === 0 || password === '' }}
      confirmLoading={make.isPending}
      onOk={() => make.mutate()}
      onCancel={close}
    >
      {make.error && <ProblemAlert error={make.error} />}
      <Entry label={t('name')} hint={t('nameHint')}>
        {(id) => <Input id={id} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}
      </Entry>
      <fieldset className={styles.choices}>
        <legend>{t('scopes')}</legend>
        <Checkbox.Group
          value={chosen}
          onChange={setChosen}
          options={scopes.map((scope) => ({
            value: scope,
            label: `${t(scopeText(scope))} (${scope})`,
          }))}
        />
      </fieldset>
      <Entry label={t('lastDay')}>
        {(id) => (
          <DatePicker
            id={id}
            value={lastDay}
            allowClear={false}
            minDate={today}
            maxDate={today.add(most, 'day')}
            onChange={(day) => day && setLastDay(day)}
          />
        )}
      </Entry>
      <TextEntry
        label={t('password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onValue={setPassword}
        hint={t('passwordHint')}
      />
    </Modal>
  );
}
