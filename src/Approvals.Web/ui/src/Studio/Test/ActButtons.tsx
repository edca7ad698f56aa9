import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { ActDto } from '../../api/contract';
import type { RehearsedTaskDto, ScenarioAct } from '../../api/rehearsals';
import { useTexts } from '../../i18n/useTexts';
import { Entry } from '../../Layout/Entry';
import { usePersonName } from './PeopleContext';
import styles from './Test.module.css';

/** What an applicant does at a step of each kind. */
const own: Record<string, string> = { Promise: 'supply', Statement: 'state' };

interface Props {
  task: RehearsedTaskDto;
  /** Keys of the others: to whom it may be handed. */
  people: readonly string[];
  act: ScenarioAct;
  add: (act: ScenarioAct) => void;
}

/** The acts of a step, as the product itself offers them there. */
export function ActButtons({ task, people, act, add }: Props) {
  const { t } = useTexts('rehearsal');
  const [asking, setAsking] = useState<ActDto>();
  if (task.page === null) {
    return (
      <div className={styles.buttons}>
        <Button type="primary" onClick={() => add({ ...act, act: own[task.kind] ?? 'submit' })}>
          {t(`verbs.${(own[task.kind] ?? 'submit') as 'submit'}`)}
        </Button>
        {task.kind !== 'Start' && (
          <Button onClick={() => add({ ...act, act: 'withdraw' })}>{t('verbs.withdraw')}</Button>
        )}
      </div>
    );
  }
  const asks = (one: ActDto) =>
    (one.targets?.length ?? 0) > 0 || one.picks !== 'none' || one.needsReason || (one.fields?.length ?? 0) > 0;
  return (
    <div className={styles.buttons}>
      {task.page.acts.map((one) => (
        <Button
          key={one.act}
          type={one.primary ? 'primary' : 'default'}
          danger={one.danger}
          disabled={!one.enabled}
          title={one.why ?? undefined}
          onClick={() => (asks(one) ? setAsking(one) : add({ ...act, act: one.act }))}
        >
          {one.label}
        </Button>
      ))}
      {asking && (
        <Asked
          asked={asking}
          people={people}
          done={(more) => {
            add({ ...act, ...more, act: asking.act });
            setAsking(undefined);
          }}
          close={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}

interface AskedProps {
  asked: ActDto;
  people: readonly string[];
  done: (more: ScenarioAct) => void;
  close: () => void;
}

/** What an act needs besides: where to, to whom, which fields, why. */
function Asked({ asked, people, done, close }: AskedProps) {
  const { t } = useTexts('rehearsal');
  const called = usePersonName();
  const [to, setTo] = useState<string>();
  const [fields, setFields] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const places = (asked.targets ?? []).map(({ activity, name }) => ({ value: activity, label: name }));
  const options =
    places.length > 0
      ? places
      : asked.picks === 'none'
        ? []
        : people.map((key) => ({ value: key, label: called(key) }));
  return (
    <Modal
      open
      title={asked.label}
      okButtonProps={{
        disabled: (options.length > 0 && to === undefined) || (asked.needsReason && reason.trim() === ''),
      }}
      onOk={() =>
        done({
          ...(to === undefined ? {} : { to }),
          ...(fields.length > 0 ? { fields } : {}),
          ...(reason === '' ? {} : { reason }),
        })
      }
      onCancel={close}
    >
      {options.length > 0 && (
        <Entry label={t(places.length > 0 ? 'toStep' : 'toPerson')}>
          {(id) => <Select id={id} className={styles.wide} value={to} options={options} onChange={setTo} />}
        </Entry>
      )}
      {(asked.fields?.length ?? 0) > 0 && (
        <Entry label={t('fields')}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              className={styles.wide}
              value={fields}
              options={(asked.fields ?? []).map(({ path, label }) => ({ value: path, label }))}
              onChange={setFields}
            />
          )}
        </Entry>
      )}
      <Entry label={t('reason')}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Entry>
    </Modal>
  );
}
