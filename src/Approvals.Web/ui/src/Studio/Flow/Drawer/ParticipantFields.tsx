import { Select } from 'antd';
import type { FlowStep } from '../../../api/flow';
import { useTexts } from '../../../i18n/useTexts';
import { FeelField } from '../../Conditions/FeelField';
import styles from '../Flow.module.css';
import { useDraft } from '../../Shell/DraftContext';
import { useFlow } from '../FlowContext';
import { textOf, textsOf } from './values';

const roles = ['Reviewer', 'Approver', 'IntakeOfficer', 'Lead', 'Expert', 'Provider'] as const;
const levels = ['county', 'city', 'province'] as const;

interface Props {
  id: string;
  person: Record<string, unknown>;
  disabled: boolean;
  step: FlowStep;
  change: (person: Record<string, unknown>) => void;
}

/** What a participant of its kind needs beside: role and place, people, a step, a field or an expression. */
export function ParticipantFields({ id, person, disabled, step, change }: Props) {
  const { t } = useTexts('flow');
  const { flow } = useFlow();
  const formula = (name: string) => (
    <FeelField
      label={t('person.formula')}
      value={textOf(person[name]).replace(/^=/, '')}
      readOnly={disabled}
      scope={{ file: flow.file, activity: step.id }}
      rows={1}
      onChange={(text) => change({ ...person, [name]: `=${text.trim().replace(/^=/, '')}` })}
    />
  );
  switch (person.kind) {
    case 'role':
      return <RoleFields {...{ id, person, disabled, step, change }} />;
    case 'users':
      return (
        <Select
          id={`${id}-users`}
          mode="tags"
          open={false}
          suffix={null}
          aria-label={t('person.users')}
          value={textsOf(person.users)}
          disabled={disabled}
          onChange={(users) => change({ ...person, users })}
        />
      );
    case 'previousActor':
      return (
        <Select
          id={`${id}-activity`}
          aria-label={t('person.step')}
          value={textOf(person.activity) || undefined}
          disabled={disabled}
          options={flow.steps
            .filter((one) => one.family === 'people' && one.id !== step.id)
            .map((one) => ({ value: one.id, label: one.title }))}
          onChange={(activity) => change({ ...person, activity })}
        />
      );
    case 'field':
      return formula('path');
    case 'expression':
      return formula('value');
    case 'manager':
      return formula('of');
    default:
      return null;
  }
}

function RoleFields({ person, disabled, change }: Props) {
  const { t } = useTexts('flow');
  const { file } = useDraft();
  const { flow } = useFlow();
  const offices = officesOf(file(flow.file));
  const place = textOf(person.level) || (textOf(person.region) === '' ? '' : 'case');
  const known = textOf(person.role);
  const set = (part: Record<string, unknown>) =>
    change(Object.fromEntries(Object.entries({ ...person, ...part }).filter(([, one]) => one !== undefined)));
  return (
    <div className={styles.three}>
      <Select
        aria-label={t('person.role')}
        value={known}
        disabled={disabled}
        options={[...new Set([...roles, known])]
          .filter(Boolean)
          .map((role) => ({ value: role, label: t(`role.${role as 'Reviewer'}`, { defaultValue: role }) }))}
        onChange={(role) => set({ role })}
      />
      <Select
        aria-label={t('person.level')}
        value={place || undefined}
        disabled={disabled}
        placeholder={t('person.level')}
        options={[
          ...levels.map((level) => ({ value: level, label: t(`level.${level}`) })),
          { value: 'case', label: t('level.case') },
        ]}
        onChange={(level: string) =>
          level === 'case'
            ? set({ level: undefined, region: textOf(person.region) || '=case.region' })
            : set({ level, region: undefined })
        }
      />
      <Select
        mode="tags"
        maxCount={1}
        aria-label={t('person.office')}
        placeholder={t('person.office')}
        value={textsOf(person.organisationKind)}
        disabled={disabled}
        options={offices.map((kind) => ({ value: kind, label: kind }))}
        onChange={(kinds: string[]) => set({ organisationKind: kinds.at(-1) })}
      />
    </div>
  );
}

/** The kinds of offices that the flow names elsewhere. */
function officesOf(document: unknown): string[] {
  const found = JSON.stringify(document ?? null).matchAll(/"organisationKind":"([^"]+)"/g);
  return [...new Set([...found].map((match) => match[1] ?? ''))].filter((kind) => kind !== '' && !kind.startsWith('='));
}
