import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTexts } from '../../../i18n/useTexts';
import styles from '../Flow.module.css';
import { ParticipantFields } from './ParticipantFields';
import type { FieldProps } from './SettingField';
import { listOf, textOf } from './values';

export const participantKinds = [
  'role',
  'applicant',
  'employerAgent',
  'users',
  'manager',
  'previousActor',
  'field',
  'expression',
] as const;
type Kind = (typeof participantKinds)[number];

/** A new participant of a kind, with what it cannot do without. */
const fresh: Record<Kind, Record<string, unknown>> = {
  role: { kind: 'role', role: 'Reviewer', level: 'city' },
  applicant: { kind: 'applicant' },
  employerAgent: { kind: 'employerAgent' },
  users: { kind: 'users', users: [] },
  manager: { kind: 'manager' },
  previousActor: { kind: 'previousActor' },
  field: { kind: 'field', path: '=' },
  expression: { kind: 'expression', value: '=' },
};

/** Who acts: roles at a level or place, the applicant, named people, or somebody that the case tells. */
export function ParticipantsEditor({ id, value, disabled, change, step }: FieldProps) {
  const { t } = useTexts('flow');
  const people = listOf(value);
  const write = (index: number, person: Record<string, unknown> | undefined) => {
    const next = people.flatMap((one, at) => (at === index ? (person === undefined ? [] : [person]) : [one]));
    change(next.length === 0 ? undefined : next);
  };
  return (
    <div className={styles.rows}>
      {people.map((person, index) => (
        <div key={index} className={styles.person}>
          <div className={styles.inline}>
            <Select
              aria-label={t('person.kind')}
              value={textOf(person.kind) as Kind}
              disabled={disabled}
              options={participantKinds.map((kind) => ({ value: kind, label: t(`person.${kind}`) }))}
              onChange={(kind: Kind) => write(index, fresh[kind])}
            />
            {!disabled && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('person.remove', { number: index + 1 })}
                onClick={() => write(index, undefined)}
              />
            )}
          </div>
          <ParticipantFields
            id={`${id}-${index}`}
            person={person}
            disabled={disabled}
            step={step}
            change={(next) => write(index, next)}
          />
        </div>
      ))}
      {!disabled && (
        <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => change([...people, fresh.role])}>
          {t('person.add')}
        </Button>
      )}
    </div>
  );
}
